// A finger on a tile.
import QtQuick
import Kit

Item {
    implicitWidth: Theme.px(240)
    implicitHeight: Theme.px(180)

    Grid {
        columns: 2
        spacing: Theme.px(14)
        Repeater {
            model: 4
            Rectangle {
                required property int index
                width: Theme.px(112)
                height: Theme.px(82)
                radius: Theme.px(14)
                color: index === 3 ? Theme.brand : Theme.card
                border.width: Theme.line
                border.color: index === 3 ? Theme.brand : Theme.border
            }
        }
    }
    Rectangle {
        x: Theme.px(150)
        y: Theme.px(104)
        width: Theme.px(104)
        height: width
        radius: width / 2
        color: Theme.card
        border.width: Theme.px(4)
        border.color: Theme.gold
        IconImage { anchors.centerIn: parent; name: "pointer"; size: Theme.px(64); color: Theme.ink }
    }
}
