// Who did not come; a touch puts the number back in its queue.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: list
    property bool hasTitle: true

    spacing: Theme.px(10)

    WordText {
        visible: list.hasTitle || panel.missed.length === 0
        text: panel.missed.length === 0 ? panel.preferences.words.missed_none
                                        : panel.preferences.words.missed_title
        color: panel.missed.length === 0 ? Theme.soft : Theme.ink
        font.weight: panel.missed.length === 0 ? Font.Normal : Font.Bold
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 28)
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
