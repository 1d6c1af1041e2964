// The day's dossiers in one line, or in two in portrait.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    columns: Theme.portrait ? 3 : 4
    columnSpacing: Theme.px(20)
    rowSpacing: Theme.px(10)

    ShareFigure {
        Layout.columnSpan: Theme.portrait ? 3 : 1
        share: board.dossiers.in_time
        behind: board.dossiers.in_time_of
        drawn: board.dossiers.in_time_drawn
        tone: board.dossiers.in_time_tone
        name: "dossier_on_time"
    }
    Figure { name: "received"; value: board.dossiers.received }
    Figure { name: "late"; value: board.dossiers.late }
    Figure { name: "returned"; value: board.dossiers.returned }
}
