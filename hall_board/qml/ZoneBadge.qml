// Which part of the hall this board is for.
import QtQuick
import Kit

Rectangle {
    visible: board.hall.zone !== ""
    implicitWidth: said.width + Theme.px(48)
    implicitHeight: said.height + Theme.px(12)
    radius: Theme.px(18)
    color: "transparent"
    border { width: Theme.px(3); color: Theme.board.gold }

    Column {
        id: said
        anchors.centerIn: parent
        WordText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: board.hall.zone
            bold: true
            wrapMode: Text.NoWrap
            color: Theme.board.gold
            font.pixelSize: Theme.px(34)
        }
        WordText {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: board.hall.zone_en
            wrapMode: Text.NoWrap
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
            lineHeight: 0.9
        }
    }
}
