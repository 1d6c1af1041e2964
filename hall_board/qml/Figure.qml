// One count beside what it counts, in both languages; above it in portrait.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: root
    property string name: ""
    property string value: ""

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.px(14)
    rowSpacing: 0
    NumberText {
        text: root.value
        color: Theme.board.ink
        font.pixelSize: Theme.px(50)
    }
    FigureWords {
        vi: board.words.vi[root.name]
        beside: board.words.beside[root.name]
    }
}
