// One official form: opened, saved or printed.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: row
    property var line: ({})
    property var forms

    spacing: Theme.px(8)

    DeskText {
        text: row.line.name || ""
        size: 23
        Layout.fillWidth: true
    }
    Repeater {
        model: [["open", "eye"], ["save", "download"], ["print", "printer"]]
        DeskButton {
            required property var modelData
            text: panel.preferences.words["form_" + modelData[0]]
            iconName: modelData[1]
            iconOnly: true
            enabled: !row.forms.is_busy
            implicitHeight: Theme.px(60)
            implicitWidth: Theme.px(Theme.portrait ? 60 : 76)
            Accessible.name: text + ": " + row.line.name
            onClicked: row.forms.do(modelData[0], row.line.number)
        }
    }
}
