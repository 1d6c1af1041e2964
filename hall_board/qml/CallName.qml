// A called service's name in as many lines as there is room for: English goes first, then all.
import QtQuick
import Kit

Column {
    id: root
    required property var call
    property int room: 0

    WordText {
        id: vi
        width: parent.width
        visible: implicitHeight <= root.room
        text: root.call.is_withdrawn ? board.words.vi.withdrawn : root.call.name
        color: Theme.board.ink
        font.pixelSize: Theme.px(30)
    }
    WordText {
        width: parent.width
        visible: text !== "" && vi.implicitHeight + implicitHeight <= root.room
        text: root.call.is_withdrawn ? board.words.en.withdrawn : root.call.name_en
        color: Theme.board.sky
        font.pixelSize: Theme.board.leastSize
    }
}
