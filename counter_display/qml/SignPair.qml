// One sentence in Vietnamese, and smaller below it in the language beside it.
import QtQuick
import Kit

Column {
    id: pair
    property string text
    property string beside
    property color color: Theme.board.ink
    property int weight: Font.Normal
    property int size
    property int sizeBeside

    width: parent.width
    visible: text !== ""

    WordText {
        width: parent.width
        text: pair.text
        color: pair.color
        font.weight: pair.weight
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: pair.size
    }
    WordText {
        width: parent.width
        visible: text !== ""
        text: pair.beside
        color: Theme.board.sky
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: pair.sizeBeside
    }
}
