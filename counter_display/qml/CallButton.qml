// The one button of the day.
import QtQuick
import Kit

PressArea {
    id: button
    readonly property color inkColor: enabled ? Theme.goldInk : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    enabled: panel.serving.may_call
    text: panel.serving.call_words
    Accessible.description: panel.serving.call_hint
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 104 : 168), implicitContentHeight + Theme.px(28))
    leftPadding: Theme.px(Theme.portrait ? 18 : 40)
    rightPadding: leftPadding
    onClicked: panel.serving.call_next()

    background: Rectangle {
        radius: button.corner
        color: !button.enabled ? Theme.disabledCard : button.down ? Theme.goldPressed : Theme.gold
        border.width: Theme.line
        border.color: button.enabled ? Theme.goldEdge : Theme.border
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        IconImage {
            id: icon
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: panel.serving.call_icon
            color: button.inkColor
            size: Theme.px(Theme.portrait ? 48 : 84)
        }
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: icon.right
            anchors.leftMargin: Theme.px(Theme.portrait ? 16 : 32)
            anchors.right: key.visible ? key.left : parent.right
            WordText {
                width: parent.width
                text: button.text
                color: button.inkColor
                font.weight: Font.Bold
                font.pixelSize: Theme.type(Theme.portrait ? 32 : 56)
                Accessible.ignored: true
            }
            WordText {
                width: parent.width
                visible: text !== ""
                text: panel.serving.call_hint
                color: button.inkColor
                font.pixelSize: Theme.type(Theme.portrait ? 20 : 28)
                Accessible.ignored: true
            }
        }
        KeyCap {
            id: key
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.portrait
            text: panel.preferences.words.key_call
            color: button.inkColor
        }
    }
}
