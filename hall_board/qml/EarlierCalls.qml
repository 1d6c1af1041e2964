// The calls before the newest, newest first, on one card.
import QtQuick
import Kit

Rectangle {
    id: card
    property int shown: 0
    readonly property real rowHeight: shown ? height / shown : 0

    radius: Theme.px(26)
    color: Theme.board.card

    Repeater {
        model: board.earlier
        EarlierCall {
            visible: index < card.shown
            y: Math.round(index * card.rowHeight)
            width: card.width
            height: Math.round(card.rowHeight)
        }
    }
}
