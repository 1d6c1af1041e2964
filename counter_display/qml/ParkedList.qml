// Who does something else meanwhile; a touch goes on with the number. More than fit have a sheet.
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

    ListTitle {
        visible: list.hasTitle || hidden > 0
        text: panel.count_words("parked_count", panel.floor.parked.length)
        hidden: list.hidden
        isOpen: panel.floor.is_free
        onAsked: panel.floor.show_parked()
        Layout.fillWidth: true
    }
    Item {
        id: room
        implicitHeight: list.hasTitle ? Math.min(flow.implicitHeight, Theme.px(76)) : flow.implicitHeight
        Layout.fillWidth: true
        Layout.fillHeight: true
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.px(10)
            Repeater {
                id: chips
                model: panel.floor.parked
                ParkedChip {
                    required property var modelData
                    // The longest have room; later ones come up as these go on.
                    readonly property bool fits: y + height <= room.height + 1
                    line: modelData
                    opacity: fits ? 1 : 0
                    enabled: fits && panel.floor.is_free
                }
            }
        }
    }
}
