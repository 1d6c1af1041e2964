// A list of which only whole lines are shown; a button leads on where there are more than fit.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: paged
    property var lines: []
    property Component delegate
    property real gap: Theme.px(8)
    // The line shown first; pages begin where the one before could not show more.
    property int first: 0
    readonly property bool overflows: list.height > room.height + 1 && lines.length > 1
    onLinesChanged: if (first >= lines.length) first = 0

    spacing: Theme.px(8)

    // The line at which the next page begins, or the first one after the last page.
    function next() {
        for (let at = first + 1; at < entries.count; at++) {
            const item = entries.itemAt(at)
            if (item.y + item.height > list.offset + room.height + 1) return at
        }
        return 0
    }

    Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: true
        Column {
            id: list
            readonly property real offset: paged.first > 0 && entries.count > paged.first
                                           ? entries.itemAt(paged.first).y : 0
            y: -offset
            width: parent.width
            spacing: paged.gap
            Repeater {
                id: entries
                model: paged.lines
                Loader {
                    required property var modelData
                    required property int index
                    readonly property bool isShown: y >= list.offset - 1 && y + height <= list.offset + room.height + 1
                    sourceComponent: paged.delegate
                    width: list.width
                    opacity: isShown ? 1 : 0
                    enabled: isShown
                }
            }
        }
    }
    DeskButton {
        visible: paged.overflows
        text: panel.preferences.words.more_lines
        iconName: "chevrons-down"
        onClicked: paged.first = paged.next()
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
}
