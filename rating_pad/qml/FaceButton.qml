// One answer: a face with its words below, or beside it where the pad stands upright.
import QtQuick
import Kit

PressArea {
    id: face
    required property int level
    property bool chosen: false
    property bool settled: false
    readonly property bool pale: settled && !chosen
    // Two lines of words are kept free under every face, so that all faces stand level.
    readonly property int wordRoom: Math.ceil(words.font.pixelSize * 1.3) * 2

    text: pad.preferences.words["level_" + level]
    padding: Theme.px(8)
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: face.corner
        color: face.pale ? Theme.disabledCard : face.down ? Theme.pressed
             : face.chosen ? Theme.tint : Theme.card
        border.width: face.chosen || face.down ? Theme.px(6) : Theme.line
        border.color: face.chosen || face.down ? Theme.brand : Theme.border
        SoftShadow { visible: !Theme.highContrast && !face.pale }
    }
    contentItem: Item {
        MoodFace {
            id: mood
            level: face.level
            pale: face.pale
            size: Theme.portrait
                ? Math.min(parent.height, parent.width * 0.26)
                : Math.min(parent.width * 0.86, parent.height - face.wordRoom - Theme.px(28))
            x: Theme.portrait ? Theme.px(40) : Math.round((parent.width - width) / 2)
            y: Theme.portrait ? Math.round((parent.height - height) / 2)
                : Math.round((parent.height - height - face.wordRoom - Theme.px(14)) / 2)
        }
        WordText {
            id: words
            text: face.text
            bold: true
            color: face.pale ? Theme.disabledInk : Theme.ink
            font.pixelSize: Theme.portrait ? Theme.type(48) : Math.min(Theme.type(31), Theme.px(36))
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
            x: Theme.portrait ? mood.x + mood.width + Theme.px(40) : Theme.px(10)
            y: Theme.portrait ? Math.round((parent.height - height) / 2)
                : mood.y + mood.height + Theme.px(14)
                  + Math.round((face.wordRoom - height) / 2)
            width: parent.width - x - (Theme.portrait ? 0 : x)
        }
    }
}
