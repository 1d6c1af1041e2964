// The newest call in gold, earlier ones beneath, as many as fit; a welcome where there are few.
import QtQuick
import Kit

Item {
    id: column
    readonly property int spacing: Theme.px(12)
    readonly property bool hasCalls: board.gold.call > 0
    readonly property int newestEnds: hasCalls ? gold.y + gold.height : welcome.height
    readonly property int space: height - newestEnds - spacing
    readonly property int leastRow: Math.ceil(Theme.board.earlierSize * 1.215)
    // At many counters a call is soon an earlier one: they stand in two columns then.
    readonly property int columns: board.hall.in_columns ? 2 : 1
    readonly property int rows: Math.min(Math.floor(space / leastRow), Math.ceil(board.earlier.count / columns))
    readonly property int shown: Math.min(rows * columns, board.earlier.count)
    readonly property int rest: space - rows * leastRow - (rows ? spacing : 0)
    readonly property bool hasGuide: rest >= guide.leastHeight

    CallHeadings {
        id: headings
        width: parent.width
        visible: column.hasCalls
    }
    GoldCall {
        id: gold
        y: headings.height
        width: parent.width
        height: implicitHeight
        visible: column.hasCalls
    }
    Welcome {
        id: welcome
        width: parent.width
        height: implicitHeight
        visible: !column.hasCalls
    }
    EarlierCalls {
        id: earlier
        y: column.newestEnds + column.spacing
        width: parent.width
        height: column.hasGuide ? column.rows * column.leastRow : column.space
        visible: column.shown > 0
        shown: column.shown
        columns: column.columns
    }
    Guide {
        id: guide
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: column.rest
        visible: column.hasGuide
    }
}
