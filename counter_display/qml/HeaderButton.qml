// A small control on the dark header; words only where there is room.
import QtQuick
import Kit

PressArea {
    id: button
    property string iconName: ""
    property string keyName: ""
    property bool iconOnly: false
    readonly property bool isBare: iconOnly || Theme.portrait
    readonly property color inkColor: enabled ? Theme.deepInk : Theme.deepSoft

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 60 : 72)
    implicitWidth: Math.max(implicitHeight, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: isBare ? 0 : Theme.px(20)
    rightPadding: leftPadding

    background: Rectangle {
        radius: button.corner
        color: button.down ? Theme.brand : Theme.deep
        border.width: Theme.line
        border.color: Theme.deepSoft
        opacity: button.enabled ? 1 : 0.4
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(12)
            opacity: button.enabled ? 1 : 0.6
            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                color: button.inkColor
                size: Theme.px(Theme.portrait ? 28 : 36)
            }
            WordText {
                anchors.verticalCenter: parent.verticalCenter
                visible: !button.isBare
                text: button.text
                color: button.inkColor
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.px(26)
                Accessible.ignored: true
            }
            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.keyName !== "" && !button.isBare
                text: button.keyName
                color: button.inkColor
            }
        }
    }
}
