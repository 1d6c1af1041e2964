// One of the rarer buttons: icon, word and key in one line.
import QtQuick
import Kit

PressArea {
    id: button
    property string iconName: ""
    property string keyName: ""
    readonly property color inkColor: enabled ? Theme.ink : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 60 : 72), implicitContentHeight + 2 * Theme.px(6))
    leftPadding: Theme.px(8)
    rightPadding: Theme.px(8)

    background: Rectangle {
        radius: button.corner
        color: !button.enabled ? Theme.disabledCard : button.down ? Theme.pressed : Theme.tint
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        IconImage {
            id: icon
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(Theme.portrait ? 4 : 12)
            anchors.verticalCenter: parent.verticalCenter
            name: button.iconName
            color: button.enabled ? Theme.brand : Theme.disabledInk
            size: Theme.px(Theme.portrait ? 24 : 32)
        }
        WordText {
            id: words
            anchors.left: icon.right
            anchors.right: key.visible ? key.left : parent.right
            anchors.leftMargin: Theme.px(Theme.portrait ? 6 : 12)
            anchors.rightMargin: Theme.px(4)
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            color: button.inkColor
            bold: true
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(20)) : Math.min(Theme.type(26), Theme.px(30))
            Accessible.ignored: true
        }
        KeyCap {
            id: key
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(8)
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.portrait
            text: button.keyName
            color: button.inkColor
        }
    }
}
