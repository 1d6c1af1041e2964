// On a desk: how it stands at the left, what to do in the middle, whose it is, its papers, fees and way home at the right.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: body
    readonly property bool isEditing: panel.desk.opened.whose.state === "editing"
    spacing: Theme.px(20)

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 38
        DossierFace { anchors.fill: parent; anchors.margins: Theme.px(22) }
    }
    Card {
        visible: !body.isEditing
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 31
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.px(22)
            DossierActs {
                Layout.fillWidth: true
                Layout.fillHeight: panel.desk.opened.acts.needs_department
            }
            Item { visible: !panel.desk.opened.acts.needs_department; Layout.fillHeight: true }
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
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 31
        DossierSide { anchors.fill: parent; anchors.margins: Theme.px(22) }
    }
}
