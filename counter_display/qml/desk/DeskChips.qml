// A row of chips with its label: exactly one is chosen.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: chips
    property string label: ""
    property var options: []
    property string chosen: ""
    property real letters: 23
    signal chose(string key)

    spacing: Theme.px(4)
    Layout.fillHeight: false

    DeskText {
        visible: text !== ""
        text: chips.label
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(8)
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: chips.options
            DeskChip {
                required property var modelData
                text: modelData.name
                letters: chips.letters
                isChosen: chips.chosen === modelData.key
                onClicked: chips.chose(modelData.key)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
