// By which profile the counter will call: one touch, or the digit on it.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: chips

    columns: 1
    columnSpacing: Theme.px(Theme.portrait ? 8 : 14)
    rowSpacing: Theme.px(Theme.portrait ? 6 : 10)
    uniformCellWidths: true

    Repeater {
        model: panel.opening.profiles
        ProfileChip {
            required property var modelData
            required property int index
            line: modelData
            isDense: chips.columns > 1
            onClicked: panel.opening.choose_profile(index)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
