// A short heading in both languages, on one line.
import QtQuick
import Kit

Row {
    id: root
    property string vi: ""
    property string beside: ""
    property color ink: Theme.board.sky

    spacing: Theme.px(14)
    WordText {
        id: first
        text: root.vi
        bold: true
        wrapMode: Text.NoWrap
        color: root.ink
        font.pixelSize: Theme.board.headingSize
    }
    WordText {
        anchors.baseline: first.baseline
        text: root.beside
        wrapMode: Text.NoWrap
        color: root.ink
        font.pixelSize: Theme.board.leastSize
    }
}
