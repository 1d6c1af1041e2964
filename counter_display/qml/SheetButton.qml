// A small button at the head or the foot of a sheet.
import QtQuick
import Kit

PressArea {
    id: button
    property string iconName: ""
    property string keyName: ""
    property bool isMain: false
    readonly property bool isBare: Theme.portrait && !isMain
    readonly property color inkColor: isMain ? Theme.goldInk : Theme.ink

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 60 : 76)
    implicitWidth: Math.max(implicitHeight, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.px(Theme.portrait ? 12 : 22)
    rightPadding: leftPadding

    background: Rectangle {
        radius: button.corner
        color: button.isMain ? (button.down ? Theme.goldPressed : Theme.gold) : button.down ? Theme.pressed : Theme.tint
        border.width: Theme.line
        border.color: button.isMain ? Theme.goldEdge : Theme.border
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(12)
            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                color: button.inkColor
                size: Theme.px(Theme.portrait ? 26 : 34)
            }
            WordText {
                anchors.verticalCenter: parent.verticalCenter
                visible: !button.isBare
                text: button.text
                color: button.inkColor
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.px(Theme.portrait ? 20 : 28)
                Accessible.ignored: true
            }
            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.keyName !== "" && !Theme.portrait
                text: button.keyName
                color: button.inkColor
            }
        }
    }
}
