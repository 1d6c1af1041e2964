// One key of the PIN pad.
import QtQuick
import Kit

PressArea {
    id: key
    property string iconName: ""

    corner: Theme.smallRadius
    focusPolicy: Qt.TabFocus
    background: Rectangle {
        radius: key.corner
        color: key.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: key.down ? Theme.brand : Theme.border
    }
    contentItem: Item {
        NumberText {
            anchors.centerIn: parent
            visible: key.iconName === ""
            text: key.text
            weight: 700
            color: Theme.ink
            font.pixelSize: Theme.type(Theme.portrait ? 30 : 44)
            Accessible.ignored: true
        }
        IconImage {
            anchors.centerIn: parent
            visible: key.iconName !== ""
            name: key.iconName
            size: Theme.px(Theme.portrait ? 30 : 44)
            color: Theme.ink
        }
    }
}
