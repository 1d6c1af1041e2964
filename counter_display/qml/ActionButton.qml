// One of the lesser buttons: icon, word, key.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: button
    property string iconName: ""
    property string keyName: ""
    readonly property color inkColor: enabled ? Theme.ink : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    enabled: panel.serving.has_current
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.px(12))
    leftPadding: Theme.px(6)
    rightPadding: Theme.px(6)
    Layout.fillWidth: true
    Layout.fillHeight: true

    background: Rectangle {
        radius: button.corner
        color: !button.enabled ? Theme.disabledCard : button.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.px(6)
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.px(12)
                IconImage {
                    anchors.verticalCenter: parent.verticalCenter
                    name: button.iconName
                    color: button.enabled ? Theme.brand : Theme.disabledInk
                    size: Theme.px(Theme.portrait ? 32 : 42)
                }
                KeyCap {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !Theme.portrait
                    text: button.keyName
                    color: button.inkColor
                }
            }
            WordText {
                width: parent.width
                text: button.text
                color: button.inkColor
                bold: true
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(19), Theme.px(22)) : Theme.type(28)
                Accessible.ignored: true
            }
        }
    }
}
