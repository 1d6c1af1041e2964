// What the code of a signed day is for, in both languages.
import QtQuick
import Kit

Column {
    id: words
    spacing: Theme.px(10)

    Repeater {
        model: [
            { vi: board.words.vi.seal_heading, beside: board.words.beside.seal_heading, big: true },
            { vi: board.words.vi.seal_day, beside: "", big: false },
            { vi: board.words.vi.seal_hint, beside: board.words.beside.seal_hint, big: false },
        ]
        TwoWords {
            required property var modelData
            width: words.width
            vi: modelData.vi
            beside: modelData.beside
            size: modelData.big ? Theme.board.headingSize : Theme.board.leastSize
            ink: modelData.big ? Theme.board.gold : Theme.board.ink
        }
    }
}
