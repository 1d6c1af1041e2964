// Which part of the hall this board is for; a long name takes several lines.
import QtQuick
import Kit

Rectangle {
    id: badge
    property bool isHere: true
    readonly property int most: Theme.px(430)

    visible: isHere && board.hall.zone !== ""
    implicitWidth: said.width + Theme.px(44)
    implicitHeight: said.height + Theme.px(12)
    radius: Theme.px(18)
    color: "transparent"
    border { width: Theme.px(3); color: Theme.board.gold }

    Column {
        id: said
        anchors.centerIn: parent
        width: Math.max(vi.width, second.visible ? second.width : 0)
        WordText {
            id: vi
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Math.ceil(implicitWidth), badge.most)
            text: board.hall.zone
            bold: true
            horizontalAlignment: Text.AlignHCenter
            color: Theme.board.gold
            font.pixelSize: Theme.px(33)
            lineHeight: 0.92
        }
        WordText {
            id: second
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Math.ceil(implicitWidth), badge.most)
            visible: text !== ""
            text: board.hall.zone_beside
            horizontalAlignment: Text.AlignHCenter
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
            lineHeight: 0.9
        }
    }
}
