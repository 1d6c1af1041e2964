// In a hand: how it stands, what to do, whose it is, its papers, by turns.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: body
    property string part: "face"
    readonly property var words: panel.preferences.words

    spacing: Theme.px(8)

    RowLayout {
        spacing: Theme.px(6)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["face", "acts", "person", "forms"]
            DeskTab {
                required property string modelData
                text: body.words[modelData + "_tab"]
                isShown: body.part === modelData
                onClicked: body.part = modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 10
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
                           : body.part === "person" ? person : forms
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
        ColumnLayout { PersonCard { Layout.fillWidth: true } Item { Layout.fillHeight: true } }
    }
    Component {
        id: forms
        ColumnLayout {
            FormList { forms: panel.desk.opened.forms; Layout.fillWidth: true; Layout.fillHeight: true }
            DeskButton {
                visible: panel.desk.opened.slip.may_print && (panel.desk.opened.face.fee_slip || "") !== ""
                text: panel.desk.opened.face.fee_slip || ""
                iconName: "banknote"
                enabled: !panel.desk.opened.is_busy
                onClicked: panel.desk.opened.print_fees()
                Layout.fillWidth: true
            }
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
