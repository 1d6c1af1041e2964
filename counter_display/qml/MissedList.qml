// Who did not come; a touch puts the number back in its queue. More than fit have a sheet.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: list
    property bool hasTitle: true
    readonly property int hidden: {
        let without = 0
        for (let place = 0; place < chips.count; place++)
            without += chips.itemAt(place) && !chips.itemAt(place).fits ? 1 : 0
        return without
    }

    spacing: Theme.px(10)

    WordText {
        visible: panel.missed.length === 0
        text: panel.preferences.words.missed_none
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 28)
        Layout.fillWidth: true
    }
    ListTitle {
        visible: panel.missed.length > 0 && (list.hasTitle || hidden > 0)
        text: panel.count_words("missed_count", panel.missed.length)
        hidden: list.hidden
        isOpen: panel.serving.is_ready
        onAsked: panel.show_missed()
        Layout.fillWidth: true
    }
    Item {
        id: room
        visible: panel.missed.length > 0
        implicitHeight: list.hasTitle ? Math.min(flow.implicitHeight, 2 * Theme.px(76) + flow.spacing)
                                      : flow.implicitHeight
        Layout.fillWidth: true
        Layout.fillHeight: !list.hasTitle
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.px(10)
            Repeater {
                id: chips
                model: panel.missed
                MissedChip {
                    required property var modelData
                    // The newest have room; older ones come up as these are put back.
                    readonly property bool fits: y + height <= room.height + 1
                    line: modelData
                    opacity: fits ? 1 : 0
                    enabled: fits && panel.serving.is_ready
                }
            }
        }
    }
    Item { visible: !list.hasTitle && panel.missed.length === 0; Layout.fillHeight: true }
}
