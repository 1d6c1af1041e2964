// One act being prepared: its reason, its new date or its department, then yes or no.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: sheet
    property var acts
    property bool isReady: true
    readonly property var words: panel.preferences.words
    onVisibleChanged: if (visible && acts.needs_reason) reason.forceActiveFocus()

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
    Rectangle {
        visible: sheet.acts.needs_reason
        radius: Theme.smallRadius
        color: Theme.card
        border.width: reason.activeFocus ? Theme.strongLine : Theme.line
        border.color: reason.activeFocus ? Theme.brand : Theme.border
        implicitHeight: Theme.px(Theme.portrait ? 92 : 150)
        Layout.fillWidth: true
        TextEdit {
            id: reason
            anchors.fill: parent
            anchors.margins: Theme.px(14)
            clip: true
            wrapMode: TextEdit.Wrap
            text: sheet.acts.reason
            color: Theme.ink
            selectByMouse: true
            activeFocusOnTab: true
            font.family: Theme.wordFamily
            font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
            onTextChanged: if (text !== sheet.acts.reason) sheet.acts.write_reason(text)
            Keys.onTabPressed: event => nextItemInFocusChain().forceActiveFocus()
            Accessible.role: Accessible.EditableText
            Accessible.name: sheet.words.reason_label
        }
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
