// Who does something else meanwhile; a touch goes on with the number.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: list
    property bool hasTitle: true

    spacing: Theme.px(10)

    WordText {
        visible: list.hasTitle
        text: panel.preferences.words.parked_title
        font.weight: Font.Bold
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 28)
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
