// Who waits for what and how long, against the mark of the promised wait. All services at once if
// they fit, with the language beside it if that fits too; else page by page.
import QtQuick
import Kit

Rectangle {
    id: panel
    readonly property int count: board.services.count
    readonly property int space: height - heads.height - Theme.px(8)
    // How high all rows are with and without the language beside it, and the highest without.
    property int fullSum: 0
    property int plainSum: 0
    property int plainMost: 0
    readonly property bool withBeside: fullSum <= space
    readonly property int sum: withBeside ? fullSum : plainSum
    readonly property int fitting: sum <= space ? count
        : Math.max(1, Math.floor((space - dots.height) / Math.max(1, plainMost)))
    readonly property int pages: Math.max(1, Math.ceil(count / Math.max(1, fitting)))
    readonly property int evenly: Math.ceil(count / pages)
    readonly property int pageHeight: Math.floor((space - dots.height) / Math.max(1, evenly))
    readonly property int slack: Math.min(Math.floor((space - sum) / Math.max(1, count)), Theme.px(60))
    property int page: 0

    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: heads.height + Theme.px(8) + fullSum
    readonly property int leastHeight: heads.height + Theme.px(8) + plainSum

    function measure(): void {
        let full = 0, plain = 0, most = 0
        for (let i = 0; i < rows.count; i++) {
            const row = rows.itemAt(i)
            full += row ? row.fullHeight : 0
            plain += row ? row.plainHeight : 0
            most = Math.max(most, row ? row.plainHeight : 0)
        }
        fullSum = full
        plainSum = plain
        plainMost = most
    }

    QueueHeadings { id: heads; width: parent.width }
    Column {
        y: heads.height
        width: parent.width
        Repeater {
            id: rows
            model: board.services
            QueueRow {
                visible: Math.floor(index / panel.evenly) === panel.page % panel.pages
                width: panel.width
                height: panel.pages > 1 ? panel.pageHeight : implicitHeight + panel.slack
                withBeside: panel.withBeside
                onFullHeightChanged: panel.measure()
                onPlainHeightChanged: panel.measure()
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
