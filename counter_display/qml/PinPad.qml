// Digits for a finger; a keyboard's digits do the same.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    columns: 3
    columnSpacing: Theme.px(Theme.portrait ? 8 : 14)
    rowSpacing: columnSpacing
    uniformCellWidths: true
    uniformCellHeights: true

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
        PinKey {
            required property string modelData
            text: modelData
            onClicked: panel.signing_in.press(modelData)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    Item { Layout.fillWidth: true; Layout.fillHeight: true }
    PinKey {
        text: "0"
        onClicked: panel.signing_in.press("0")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    PinKey {
        text: panel.preferences.words.pin_erase
        iconName: "delete"
        onClicked: panel.signing_in.erase()
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
