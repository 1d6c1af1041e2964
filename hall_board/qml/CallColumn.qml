// The newest call in gold, earlier ones beneath, as many as fit; a welcome where there are few.
import QtQuick
import Kit

Item {
    id: column
    readonly property int spacing: Theme.px(10)
    readonly property bool hasCalls: board.gold.call > 0
    readonly property int space: height - gold.y - gold.height - spacing
    readonly property int leastRow: Math.round(Theme.board.earlierSize * 1.06)
    readonly property int fitting: Math.max(0, Math.floor((space + spacing) / (leastRow + spacing)))
    readonly property int shown: Math.min(fitting, board.earlier.length)
    readonly property bool hasGuide: space - shown * (leastRow + spacing) >= guide.implicitHeight
    readonly property int rowHeight: hasGuide || shown === 0 ? leastRow
        : Math.floor((space + spacing) / shown) - spacing

    CallHeadings {
        id: headings
        width: parent.width
        visible: column.hasCalls
    }
    GoldCall {
        id: gold
        y: column.hasCalls ? headings.height + Theme.px(6) : 0
        width: parent.width
        height: implicitHeight
        visible: column.hasCalls
    }
    Welcome {
        anchors { fill: gold }
        visible: !column.hasCalls
    }
    Column {
        y: gold.y + gold.height + column.spacing
        width: parent.width
        spacing: column.spacing
        Repeater {
            model: board.earlier.slice(0, column.shown)
            EarlierCall { width: column.width; height: column.rowHeight }
        }
    }
    Guide {
        id: guide
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: column.space - column.shown * (column.leastRow + column.spacing)
        visible: column.hasGuide
    }
}
