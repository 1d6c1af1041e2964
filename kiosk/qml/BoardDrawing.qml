// The board with a call, and the loudspeaker.
import QtQuick
import Kit

Rectangle {
    implicitWidth: Theme.px(264)
    implicitHeight: Theme.px(180)
    radius: Theme.px(14)
    color: Theme.board.ground
    border.width: Theme.line
    border.color: Theme.board.line

    Rectangle {
        x: Theme.px(14)
        y: Theme.px(14)
        width: parent.width - 2 * x
        height: Theme.px(76)
        radius: Theme.px(10)
        color: Theme.board.gold
        NumberText {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(16)
            text: "A017"
            color: Theme.board.goldInk
            font.pixelSize: Theme.px(46)
            Accessible.ignored: true
        }
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(16)
            name: "volume-2"
            color: Theme.board.goldInk
            size: Theme.px(48)
        }
    }
    Repeater {
        model: 2
        Rectangle {
            required property int index
            x: Theme.px(14)
            y: Theme.px(100 + 36 * index)
            width: parent.width - 2 * x
            height: Theme.px(28)
            radius: Theme.px(6)
            color: Theme.board.raised
        }
    }
}
