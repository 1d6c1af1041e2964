// Who waits, next first: as many whole lines as there is room for; the title counts everyone.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: list
    property bool hasTitle: true

    spacing: Theme.px(8)

    WordText {
        visible: list.hasTitle
        text: panel.waiting_title
        font.weight: Font.Bold
        font.pixelSize: Theme.type(32)
        Layout.fillWidth: true
    }
    ProfileLine { visible: panel.floor.profile_text !== "" && panel.scene !== "closed"; Layout.fillWidth: true }
    WordText {
        visible: panel.waiting_total === 0
        text: panel.preferences.words.nobody_waits
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 28)
        Layout.fillWidth: true
    }
    Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: true

        Column {
            id: lines
            width: parent.width
            Repeater {
                model: panel.waiting
                WaitingLine {
                    required property var row
                    required property int index
                    line: row
                    isFirst: index === 0
                    width: lines.width
                    readonly property bool fits: y + height <= room.height
                    opacity: fits ? 1 : 0
                    enabled: fits && panel.floor.is_free
                }
            }
        }
    }
}
