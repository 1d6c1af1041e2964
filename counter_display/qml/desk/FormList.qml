// The official forms of a dossier, each opened, saved or printed, on A5 or A4.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: list
    property var forms
    readonly property var words: panel.preferences.words

    spacing: Theme.px(8)

    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskTitle { text: list.words.forms_title; Layout.fillWidth: true }
        DeskChips {
            options: [{ key: "a5", name: "A5" }, { key: "a4", name: "A4" }]
            chosen: list.forms.paper
            onChose: key => list.forms.choose_paper(key)
            Layout.preferredWidth: Theme.px(Theme.portrait ? 140 : 190)
        }
    }
    DeskButton {
        visible: list.forms.printer !== ""
        text: list.words.printer_chosen + ": " + list.forms.printer
        iconName: "printer"
        onClicked: list.forms.next_printer()
        Accessible.description: list.words.printer_next
        Layout.fillWidth: true
    }
    PagedLines {
        lines: list.forms.lines
        gap: Theme.px(6)
        delegate: Component { FormLine { line: parent.modelData; forms: list.forms } }
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.px(62)
    }
    DeskNote {
        text: list.forms.message
        tone: list.forms.tone
        Layout.fillWidth: true
    }
}
