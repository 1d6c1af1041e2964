// The calls before the newest, newest first, on one card; where they are many, in two columns.
import QtQuick
import Kit

Rectangle {
    id: card
    property int shown: 0
    property int columns: 1
    readonly property int rows: Math.ceil(shown / columns)
    readonly property real rowHeight: rows ? height / rows : 0

    radius: Theme.px(26)
    color: Theme.board.card

    Rectangle {
        visible: card.columns > 1
        x: Math.round((card.width - width) / 2)
        y: Theme.px(20)
        width: Theme.px(2)
        height: card.height - 2 * y
        color: Theme.board.raised
    }
    Repeater {
        model: board.earlier
        EarlierCall {
            readonly property int place: card.rows ? index % card.rows : 0
            visible: index < card.shown
            x: card.rows ? Math.floor(index / card.rows) * width : 0
            y: Math.round(place * card.rowHeight)
            width: Math.floor(card.width / card.columns)
            height: Math.round(card.rowHeight)
            isFirst: place === 0
            isNarrow: card.columns > 1
        }
    }
}
