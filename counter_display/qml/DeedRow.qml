// The second row: what else may happen to the number at the counter, or to a free counter.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(Theme.portrait ? 8 : 16)
    uniformCellSizes: true

    Repeater {
        model: panel.floor.deeds
        DeedButton {
            required property var row
            required property int index
            text: row.text
            iconName: row.icon
            keyName: row.key
            enabled: panel.serving.is_ready
            onClicked: panel.floor.act(index)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
