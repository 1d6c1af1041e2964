// One key.
import QtQuick
import Kit

PressArea {
    id: key
    property string iconName: ""

    corner: Theme.smallRadius
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.px(5)
            radius: key.corner
            color: key.down ? Theme.pressed : Theme.card
            border.width: Theme.line
            border.color: key.down ? Theme.brand : Theme.border
        }
    }
    contentItem: Item {
        WordText {
            anchors.centerIn: parent
            visible: key.iconName === ""
            text: key.text
            bold: true
            font.pixelSize: Theme.type(36)
            Accessible.ignored: true
        }
        IconImage {
            anchors.centerIn: parent
            visible: key.iconName !== ""
            name: key.iconName
            size: Theme.px(52)
            color: Theme.ink
        }
    }
}
