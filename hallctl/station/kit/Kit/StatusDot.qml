// A state in colour, shape and words: never by colour alone.
import QtQuick

Row {
    id: root
    property string tone: "good"
    property string text: ""
    property string iconName: tone === "good" ? "circle-check" : tone === "warn" ? "clock-alert"
        : tone === "bad" ? "circle-alert" : "circle-minus"
    property int textSize: Theme.statusSize
    // As wide as its words, rather than wrapping them in a given width.
    property bool hugs: false

    spacing: Theme.px(12)
    IconImage {
        id: mark
        y: Math.round((words.font.pixelSize * 1.27 - height) / 2)
        size: Math.round(root.textSize * 1.15)
        stroke: 2.5
        color: Theme.tone(root.tone)
        name: root.iconName
    }
    WordText {
        id: words
        width: root.hugs ? implicitWidth : root.width - mark.width - root.spacing
        text: root.text
        color: Theme.tone(root.tone)
        font.pixelSize: root.textSize
        font.weight: Font.DemiBold
    }
}
