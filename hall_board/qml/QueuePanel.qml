// Who waits for what and how long, against the line of the promised wait. All services at once if
// they fit, else page by page.
import QtQuick
import Kit

Rectangle {
    id: panel
    readonly property int count: board.services.length
    readonly property int room: height - heads.height - Theme.px(16) - (pages > 1 ? dots.height : 0)
    readonly property int fullRow: meter.tallest(true)
    readonly property int plainRow: meter.tallest(false)
    readonly property int roomAlone: height - heads.height - Theme.px(16)
    readonly property bool inEnglish: count * fullRow <= roomAlone || count * plainRow > roomAlone
    readonly property int leastRow: inEnglish ? fullRow : plainRow
    readonly property int pages: count * leastRow <= roomAlone ? 1
        : Math.ceil(count / Math.max(1, Math.floor((roomAlone - dots.height) / leastRow)))
    readonly property int perPage: Math.ceil(count / Math.max(1, pages))
    property int page: 0

    radius: Theme.px(26)
    color: Theme.board.card

    QueueHeadings { id: heads; width: parent.width }
    Column {
        y: heads.height
        width: parent.width
        Repeater {
            model: board.services.slice((panel.page % Math.max(1, panel.pages)) * panel.perPage)
                .slice(0, panel.perPage)
            QueueRow {
                width: panel.width
                height: Math.min(Math.floor(panel.room / panel.perPage), panel.leastRow * 1.6)
                inEnglish: panel.inEnglish
            }
        }
    }
    QueueMeter { id: meter; width: panel.width }
    Row {
        id: dots
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        height: Theme.px(34)
        spacing: Theme.px(14)
        visible: panel.pages > 1
        Repeater {
            model: panel.pages
            Rectangle {
                width: Theme.px(index === panel.page % panel.pages ? 40 : 14)
                height: Theme.px(14)
                radius: height / 2
                color: index === panel.page % panel.pages ? Theme.board.gold : Theme.board.line
            }
        }
    }
    Timer {
        interval: 8000
        repeat: true
        running: panel.pages > 1
        onTriggered: panel.page = (panel.page + 1) % panel.pages
    }
}
