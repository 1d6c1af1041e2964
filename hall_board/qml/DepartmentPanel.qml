// How each department kept its days today: as many lines a page as are legible, the same on each.
import QtQuick
import Kit

Rectangle {
    id: panel
    readonly property int count: board.departments.count
    readonly property int space: height - heads.height - dots.height - Theme.px(8)
    property int most: 1
    readonly property int fitting: Math.max(1, Math.floor(space / most))
    readonly property int pages: Math.max(1, Math.ceil(count / fitting))
    readonly property int evenly: Math.ceil(count / pages)
    readonly property int rowHeight: Math.min(Math.floor(space / Math.max(1, evenly)), most + Theme.px(20))
    readonly property int leastHeight: heads.height + dots.height + Theme.px(8) + 5 * most
    property int page: 0

    radius: Theme.px(26)
    color: Theme.board.card

    function measure(): void {
        let highest = 1
        for (let i = 0; i < rows.count; i++)
            highest = Math.max(highest, rows.itemAt(i) ? rows.itemAt(i).implicitHeight : 0)
        most = highest
    }

    DepartmentHeadings { id: heads; width: parent.width }
    Column {
        y: heads.height
        width: parent.width
        Repeater {
            id: rows
            model: board.departments
            DepartmentRow {
                visible: Math.floor(index / panel.evenly) === panel.page % panel.pages
                width: panel.width
                height: panel.rowHeight
                onImplicitHeightChanged: panel.measure()
            }
            onItemAdded: panel.measure()
            onItemRemoved: panel.measure()
        }
    }
    PageDots {
        id: dots
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        visible: panel.pages > 1
        count: panel.pages
        current: panel.page % panel.pages
    }
}
