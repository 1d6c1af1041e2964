// One thing that may have gone wrong; touched again, it is taken back.
import QtQuick
import Kit

PressArea {
    id: button
    property bool chosen: false
    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: button.corner
        color: button.down ? Theme.pressed : button.chosen ? Theme.tint : Theme.card
        border.width: button.chosen ? Theme.px(6) : Theme.line
        border.color: button.chosen ? Theme.brand : Theme.border
        SoftShadow { visible: !Theme.highContrast }
    }
    contentItem: Item {
        implicitHeight: Math.max(words.implicitHeight, mark.height)
        IconImage {
            id: mark
            name: button.chosen ? "circle-check" : "circle"
            size: Theme.px(52)
            color: button.chosen ? Theme.brand : Theme.border
            anchors.verticalCenter: parent.verticalCenter
        }
        WordText {
            id: words
            text: button.text
            bold: true
            font.pixelSize: Theme.portrait ? Theme.type(40) : Math.min(Theme.type(33), Theme.px(38))
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: mark.right
            anchors.leftMargin: Theme.px(24)
            anchors.right: parent.right
        }
    }
}
