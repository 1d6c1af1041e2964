// One act being prepared: its reason, its new date or its department, then yes or no.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: sheet
    property var acts
    property bool isReady: true
    readonly property var words: panel.preferences.words
    onVisibleChanged: if (visible && acts.needs_reason) acts.needs_list ? needs.take() : reason.take()

    spacing: Theme.px(10)

    DeskText {
        text: sheet.acts.hint
        color: Theme.soft
        size: 22
        Layout.fillWidth: true
    }
    DeskField {
        visible: sheet.acts.needs_date
        label: sheet.words.new_date_label
        value: sheet.acts.date
        wrong: sheet.acts.date_is_wrong ? sheet.words.wrong_time : ""
        longest: 20
        numeric: true
        onEdited: text => sheet.acts.write_date(text)
        Layout.fillWidth: true
    }
    WriteBox {
        id: needs
        visible: sheet.acts.needs_list
        label: sheet.words.needs_label
        value: sheet.acts.needs
        lines: Theme.portrait ? 3 : 4
        onEdited: text => sheet.acts.write_needs(text)
        Layout.fillWidth: true
    }
    WriteBox {
        id: reason
        visible: sheet.acts.needs_reason
        label: sheet.words.reason_label
        value: sheet.acts.reason
        lines: Theme.portrait ? 2 : sheet.acts.needs_list ? 2 : 4
        onEdited: text => sheet.acts.write_reason(text)
        Layout.fillWidth: true
    }
    PagedLines {
        visible: sheet.acts.needs_department
        lines: sheet.acts.departments
        delegate: Component {
            DeskChip {
                text: parent.modelData.name
                isChosen: parent.modelData.is_chosen
                onClicked: sheet.acts.choose_department(parent.modelData.department)
            }
        }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        spacing: Theme.px(10)
        uniformCellSizes: true
        Layout.fillWidth: true
        DeskButton {
            text: sheet.words.act_cancel
            iconName: "x"
            onClicked: sheet.acts.cancel()
            Layout.fillWidth: true
        }
        DeskButton {
            text: sheet.words.act_confirm
            iconName: "check"
            kind: "primary"
            enabled: sheet.isReady && sheet.acts.may_do
            onClicked: sheet.acts.do()
            Layout.fillWidth: true
        }
    }
}
