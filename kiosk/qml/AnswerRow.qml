// One line to touch: a procedure and where it is handed in, or what holds procedures.
import QtQuick
import Kit

PressArea {
    id: row
    property var answer

    text: answer.name
    Accessible.name: answer.name + ". " + answer.place

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
        SoftShadow {}
    }
    contentItem: Item {
        WordText {
            x: Theme.px(28)
            y: Theme.px(14)
            width: forth.x - x - Theme.px(16)
            height: place.y - y - Theme.px(4)
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.type(24)
            text: row.answer.name
            bold: true
            font.pixelSize: Theme.type(32)
            Accessible.ignored: true
        }
        StatusDot {
            id: place
            x: Theme.px(28)
            y: row.height - height - Theme.px(14)
            width: forth.x - x - Theme.px(16)
            textSize: Theme.leastSize
            tone: row.answer.tone
            iconName: row.answer.icon
            text: row.answer.place
        }
        IconImage {
            id: forth
            x: row.width - width - Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            size: Theme.px(48)
            color: Theme.soft
        }
    }
}
