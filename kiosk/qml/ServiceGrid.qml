// The services as tiles that share the room evenly; more than fit get pages of equal size.
import QtQuick
import Kit

Item {
    id: grid
    readonly property int step: kiosk.preferences.text_step
    readonly property var fits: Theme.portrait ? [12, 10, 8] : [12, 9, 6]
    // Turning pages takes a row's room.
    readonly property var fitsPaged: Theme.portrait ? [10, 8, 6] : [8, 6, 6]
    readonly property int capacity: count <= fits[step] ? fits[step] : fitsPaged[step]
    readonly property int count: tiles.count
    readonly property int pages: Math.max(1, Math.ceil(count / capacity))
    readonly property int perPage: Math.max(1, Math.ceil(count / pages))
    readonly property int page: Math.min(kiosk.page, pages - 1)
    readonly property int first: page * perPage
    readonly property int shown: Math.min(perPage, count - first)
    readonly property int columns: Theme.portrait ? (perPage <= 3 ? 1 : 2)
        : perPage <= 3 ? perPage : perPage === 4 ? 2 : perPage <= 6 || perPage === 9 ? 3 : 4
    readonly property int rows: Math.ceil(perPage / columns)
    readonly property int spacing: Theme.px(rows > 4 || columns > 3 ? 18 : 24)
    readonly property real room: height - (pager.visible ? pager.height + spacing : 0)
    readonly property real rowHeight: Math.min(Theme.px(460), (room - (rows - 1) * spacing) / rows)

    Repeater {
        id: tiles
        model: kiosk.tiles
        ServiceTile {
            readonly property int place: index - grid.first
            readonly property int row: Math.floor(place / grid.columns)
            readonly property int inRow: Math.max(1, Math.min(grid.columns,
                                                              grid.shown - row * grid.columns))

            visible: place >= 0 && place < grid.shown
            width: Math.floor((grid.width - (inRow - 1) * grid.spacing) / inRow)
            height: Math.floor(grid.rowHeight)
            x: (place % grid.columns) * (width + grid.spacing)
            y: Math.round(row * (grid.rowHeight + grid.spacing))
        }
    }
    PageTurner {
        id: pager
        visible: grid.pages > 1
        page: grid.page
        pages: grid.pages
        onAsked: wanted => kiosk.show_page(wanted)
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
}
