// Who waits for what and how long, against the mark of the promised wait. All services at once if
// they fit, with English if that fits too; else page by page.
import QtQuick
import Kit

Rectangle {
    id: panel
    readonly property int count: board.services.length
    readonly property int space: height - heads.height - Theme.px(14)
    readonly property bool isRoomy: roomyMeter.fullSum <= space
    readonly property bool inEnglish: isRoomy || meter.fullSum <= space
    readonly property int sum: isRoomy ? roomyMeter.fullSum : inEnglish ? meter.fullSum : meter.plainSum
    readonly property int perPage: sum <= space ? count
        : Math.max(1, Math.floor((space - dots.height) / Math.max(1, meter.plainMost)))
    readonly property int pages: Math.max(1, Math.ceil(count / Math.max(1, perPage)))
    readonly property int evenly: Math.ceil(count / pages)
    property int page: 0

    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: heads.height + Theme.px(14) + roomyMeter.fullSum

    QueueHeadings { id: heads; width: parent.width }
    Column {
        y: heads.height
        width: parent.width
        Repeater {
            model: board.services.slice((panel.page % panel.pages) * panel.evenly).slice(0, panel.evenly)
            QueueRow {
                width: panel.width
                height: panel.pages > 1 ? Math.floor((panel.space - dots.height) / panel.evenly)
                    : implicitHeight + Math.min(Math.floor((panel.space - panel.sum) / panel.count),
                                                Theme.px(60))
                inEnglish: panel.inEnglish
                scaling: panel.isRoomy ? roomyMeter.scaling : 1
            }
        }
    }
    QueueMeter { id: meter; width: panel.width }
    QueueMeter { id: roomyMeter; width: panel.width; scaling: 1.2 }
    PageDots {
        id: dots
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        visible: panel.pages > 1
        count: panel.pages
        current: panel.page % panel.pages
    }
    Timer {
        interval: 8000
        repeat: true
        running: panel.pages > 1
        onTriggered: panel.page = (panel.page + 1) % panel.pages
    }
}
