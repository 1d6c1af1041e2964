// A state in colour, shape and words: never by colour alone.
import QtQuick

Row {
    id: root
    property string tone: "good"
    property string text: ""
    property int textSize: Theme.statusSize
    property real wordsWidth: width - mark.width - spacing

    spacing: Theme.px(12)
    IconImage {
        id: mark
        y: Math.round((words.font.pixelSize * 1.27 - height) / 2)
        size: Math.round(root.textSize * 1.15)
        stroke: 2.5
        color: Theme.tone(root.tone)
        name: root.tone === "good" ? "circle-check" : root.tone === "warn" ? "clock-alert"
            : root.tone === "bad" ? "circle-alert" : "circle-minus"
    }
    WordText {
        id: words
        width: root.wordsWidth
        text: root.text
        color: Theme.tone(root.tone)
        font.pixelSize: root.textSize
        font.weight: Font.DemiBold
    }
}
