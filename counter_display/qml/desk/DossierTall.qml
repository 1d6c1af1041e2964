// In a hand: how it stands, what to do, whose it is, its papers, by turns.
import QtQuick
import QtQuick.Layouts
import Kit
import "../office"

ColumnLayout {
    id: body
    property string part: "face"
    readonly property var words: panel.preferences.words

    spacing: Theme.px(8)

    GridLayout {
        columns: 3
        columnSpacing: Theme.px(6)
        rowSpacing: Theme.px(6)
        uniformCellWidths: true
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["face", "acts", "person", "forms", "fees", "delivery"]
            DeskTab {
                required property string modelData
                text: body.words[modelData + "_tab"]
                isShown: body.part === modelData
                onClicked: body.part = modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Loader {
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            sourceComponent: body.part === "face" ? face : body.part === "acts" ? acts
                           : body.part === "person" ? person : body.part === "forms" ? forms
                           : body.part === "fees" ? fees : delivery
        }
    }
    Component { id: face; DossierFace {} }
    Component {
        id: acts
        ColumnLayout {
            DossierActs {
                Layout.fillWidth: true
                Layout.fillHeight: panel.desk.opened.acts.needs_department
            }
            Item { visible: !panel.desk.opened.acts.needs_department; Layout.fillHeight: true }
        }
    }
    Component {
        id: person
        ColumnLayout {
            PersonCard { id: card; Layout.fillWidth: true; Layout.fillHeight: card.whose.others.lines.length > 0 }
            Item { visible: card.whose.others.lines.length === 0; Layout.fillHeight: true }
        }
    }
    Component { id: fees; FeesCard {} }
    Component { id: delivery; DeliveryCard {} }
    Component {
        id: forms
        ColumnLayout {
            FormList { forms: panel.desk.opened.forms; Layout.fillWidth: true; Layout.fillHeight: true }
            DeskButton {
                visible: panel.desk.opened.slip.may_print
                text: panel.preferences.words.receipt_again
                iconName: "receipt"
                enabled: !panel.desk.opened.is_busy
                onClicked: panel.desk.opened.print_receipt()
                Layout.fillWidth: true
            }
        }
    }
}
