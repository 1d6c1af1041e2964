// A service's icon and letter on one soft ground: beside each other where there is room, else stacked.
import QtQuick
import Kit

Rectangle {
    id: mark
    property string iconName: ""
    property string letter: ""
    property bool wide: true
    property bool large: false
    property color inkColor: Theme.brand

    width: Theme.px(wide ? 190 : large ? 100 : 84)
    radius: Theme.smallRadius

    IconImage {
        name: mark.iconName
        color: mark.inkColor
        size: Math.min(Theme.px(mark.large ? 60 : 46), Math.round(mark.height * (mark.wide ? 0.6 : 0.38)))
        x: mark.wide ? Theme.px(28) : Math.round((mark.width - width) / 2)
        y: Math.round(mark.wide ? (mark.height - height) / 2 : mark.height * 0.31 - height / 2)
    }
    NumberText {
        text: mark.letter
        color: mark.inkColor
        font.pixelSize: Math.min(Theme.px(mark.large ? 56 : 38), Math.round(mark.height * (mark.wide ? 0.6 : 0.3)))
        weight: 800
        x: mark.wide ? mark.width - Theme.px(28) - width : Math.round((mark.width - width) / 2)
        y: Math.round(mark.wide ? (mark.height - height) / 2 : mark.height * 0.74 - height / 2)
    }
}
