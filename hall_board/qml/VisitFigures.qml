// The day's visits in one line, or in two in portrait.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    columns: Theme.portrait ? 3 : 4
    columnSpacing: Theme.px(20)
    rowSpacing: Theme.px(10)

    ShareFigure {
        Layout.columnSpan: Theme.portrait ? 3 : 1
        share: board.counts.on_time
        behind: board.counts.on_time_of
        drawn: board.counts.on_time_drawn
        tone: board.counts.on_time_tone
        name: "on_time"
    }
    Figure { name: "served"; value: board.counts.served }
    Figure { name: "average"; value: board.counts.average }
    Figure { name: "satisfied"; value: board.counts.satisfied }
}
