// A called service's name in as many lines as there is room for: the other language goes first, then all. Where
// the counter is elsewhere in the hall, the way there goes before the name.
import QtQuick
import Kit

Column {
    id: root
    required property var call
    property int room: 0
    readonly property bool isAway: call.place !== "" && !call.is_withdrawn

    WordText {
        id: vi
        width: parent.width
        visible: implicitHeight <= root.room
        text: root.call.is_withdrawn ? board.words.vi.withdrawn : root.isAway ? root.call.place : root.call.name
        color: root.isAway ? Theme.board.gold : Theme.board.ink
        font.pixelSize: Theme.px(30)
        font.weight: root.isAway ? Font.DemiBold : Font.Normal
    }
    WordText {
        width: parent.width
        visible: text !== "" && vi.implicitHeight + implicitHeight <= root.room
        text: root.call.is_withdrawn ? board.words.beside.withdrawn : root.isAway ? root.call.place_beside : root.call.name_beside
        color: Theme.board.sky
        font.pixelSize: Theme.board.leastSize
    }
}
