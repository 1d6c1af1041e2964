// What a figure counts, in Vietnamese over the language beside it.
import QtQuick
import Kit

Column {
    id: root
    property string vi: ""
    property string beside: ""

    WordText {
        text: root.vi
        wrapMode: Text.NoWrap
        color: Theme.board.ink
        font.pixelSize: Theme.px(30)
        font.weight: Font.Medium
    }
    WordText {
        text: root.beside
        wrapMode: Text.NoWrap
        color: Theme.board.sky
        font.pixelSize: Theme.board.leastSize
    }
}
