// The calls before the newest, newest first, on one card.
import QtQuick
import Kit

Rectangle {
    id: card
    property var calls: []
    readonly property real rowHeight: calls.length ? height / calls.length : 0

    radius: Theme.px(26)
    color: Theme.board.card

    Repeater {
        model: card.calls
        EarlierCall {
            y: Math.round(index * card.rowHeight)
            width: card.width
            height: Math.round(card.rowHeight)
        }
    }
}
