// The hall's notices running by; while the line is broken, since when, instead.
import QtQuick
import Kit

Rectangle {
    id: bar
    readonly property bool offline: board.state.is_offline && board.state.as_of !== ""

    implicitHeight: Theme.px(72)
    color: offline ? Theme.warn : Theme.board.bar
    clip: true

    Marquee {
        objectName: "marquee"
        anchors { left: parent.left; right: fault.visible ? fault.left : parent.right }
        height: parent.height
        visible: !bar.offline
        notices: board.hall.notices
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.px(18)
        visible: bar.offline
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "wifi-off"
            color: Theme.board.barInk
            size: Theme.px(40)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: board.words.vi.offline + " " + board.state.as_of
            bold: true
            wrapMode: Text.NoWrap
            color: Theme.board.barInk
            font.pixelSize: Theme.px(Theme.portrait ? 30 : 34)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.portrait
            text: board.words.en.offline + " " + board.state.as_of
            wrapMode: Text.NoWrap
            color: Theme.board.barInk
            font.pixelSize: Theme.board.leastSize
        }
    }
    SoundFault {
        id: fault
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        visible: board.state.sound_fault !== "" && !bar.offline
    }
}
