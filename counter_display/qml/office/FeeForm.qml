// A fee that is typed: another one, a corrected amount, or why one is cancelled.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: form
    readonly property var fees: panel.desk.opened.fees
    readonly property var words: panel.preferences.words
    property bool isReady: true
    onVisibleChanged: if (visible) fees.form === "cancel" ? why.take() : fees.form === "other" ? named.take() : amount.take()

    spacing: Theme.px(12)

    DeskTitle { text: form.fees.form ? form.words["fees_form_" + form.fees.form] : ""; Layout.fillWidth: true }
    DeskField {
        id: named
        visible: form.fees.form === "other"
        label: form.words.fee_name_label
        value: form.fees.texts.name
        longest: 80
        onEdited: text => form.fees.write("name", text)
        Layout.fillWidth: true
    }
    DeskField {
        id: amount
        visible: form.fees.form === "other" || form.fees.form === "correct"
        label: form.words.fee_amount_label
        value: form.fees.texts.amount
        longest: 20
        numeric: true
        onEdited: text => form.fees.write("amount", text)
        Layout.fillWidth: true
    }
    DeskField {
        id: why
        visible: form.fees.form === "cancel" || form.fees.form === "correct"
        label: form.words.reason_label
        value: form.fees.texts.reason
        longest: 500
        onEdited: text => form.fees.write("reason", text)
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }
    RowLayout {
        spacing: Theme.px(10)
        uniformCellSizes: true
        Layout.fillWidth: true
        DeskButton {
            text: form.words.act_cancel
            iconName: "x"
            onClicked: form.fees.begin("")
            Layout.fillWidth: true
        }
        DeskButton {
            text: form.words.act_confirm
            iconName: "check"
            kind: "primary"
            enabled: form.isReady && form.fees.may_do
            onClicked: form.fees.do()
            Layout.fillWidth: true
        }
    }
}
