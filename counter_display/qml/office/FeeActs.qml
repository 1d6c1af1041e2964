// What may be done about the dossier's fees now.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: acts
    readonly property var fees: panel.desk.opened.fees
    readonly property var words: panel.preferences.words
    property bool isReady: true

    spacing: Theme.px(10)

    DeskText {
        visible: text !== "" && acts.fees.chosen === 0
        text: acts.fees.due
        bold: true
        size: 28
        color: Theme.warn
        Layout.fillWidth: true
    }
    GridLayout {
        visible: acts.fees.due !== "" && acts.fees.chosen === 0
        columns: 3
        columnSpacing: Theme.px(8)
        uniformCellWidths: true
        Layout.fillWidth: true
        Repeater {
            model: ["cash", "transfer", "online"]
            DeskButton {
                required property string modelData
                text: acts.words["take_" + modelData]
                kind: "primary"
                enabled: acts.isReady
                onClicked: acts.fees.take(modelData)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    RowLayout {
        visible: acts.fees.due !== "" && acts.fees.chosen === 0
        spacing: Theme.px(8)
        uniformCellSizes: true
        Layout.fillWidth: true
        DeskButton {
            visible: panel.desk.opened.slip.may_print
            text: acts.words.fees_print
            iconName: "receipt"
            enabled: acts.isReady
            onClicked: acts.fees.print_slip()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        DeskButton {
            text: acts.words.fees_show_code
            iconName: "qr-code"
            onClicked: acts.fees.show_code()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    RowLayout {
        spacing: Theme.px(8)
        uniformCellSizes: true
        Layout.fillWidth: true
        DeskButton {
            text: acts.fees.chosen ? acts.words.fees_correct : acts.words.fees_charge
            iconName: acts.fees.chosen ? "pencil" : "list-checks"
            enabled: acts.isReady
            onClicked: acts.fees.chosen ? acts.fees.begin("correct") : acts.fees.charge()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        DeskButton {
            text: acts.fees.chosen ? acts.words.fees_cancel : acts.words.fees_other
            iconName: acts.fees.chosen ? "circle-x" : "plus"
            enabled: acts.isReady
            onClicked: acts.fees.begin(acts.fees.chosen ? "cancel" : "other")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
