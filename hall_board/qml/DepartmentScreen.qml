// Every department at once, over the whole board: as large as all rows allow, legible from eight metres.
import QtQuick
import Kit

Rectangle {
    id: screen
    readonly property int count: board.departments.count
    readonly property int rowHeight: Math.min(Math.floor((height - heads.height - Theme.px(16)) / Math.max(1, count)), Theme.px(90))
    // A line with its accents needs a quarter more than its letters.
    readonly property int letterSize: Math.min(Theme.board.tableSize, Math.floor(rowHeight / 1.26))

    color: Theme.board.card
    MouseArea { anchors.fill: parent }

    DepartmentHeadings {
        id: heads
        width: parent.width
        hasClock: true
    }
    Column {
        y: heads.height
        width: parent.width
        Repeater {
            model: board.departments
            DepartmentRow {
                width: screen.width
                height: screen.rowHeight
                size: screen.letterSize
                hasBar: !Theme.portrait
                isTable: true
            }
        }
    }
}
