// For the technician: why the hall hears nothing.
import QtQuick
import Kit

Rectangle {
    width: row.width + Theme.px(56)
    color: Theme.board.card
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(14)
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "volume-x"
            color: Theme.board.warn
            size: Theme.px(34)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: board.state.sound_fault ? board.words.vi["sound_" + board.state.sound_fault] : ""
            wrapMode: Text.NoWrap
            color: Theme.board.warn
            font.pixelSize: Theme.board.leastSize
        }
    }
}
