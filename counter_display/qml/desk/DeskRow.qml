// From the queue to the dossiers and to the work behind the counter; what calls for a hand says so.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: row
    readonly property var words: panel.preferences.words

    columns: Theme.portrait ? 2 : 3
    columnSpacing: Theme.px(12)
    rowSpacing: Theme.px(10)
    uniformCellWidths: true

    Repeater {
        model: [
            { page: "reception", name: row.words.desk_receive, icon: "inbox", key: "F10" },
            { page: "dossier", name: row.words.desk_open, icon: "folder-open", key: "F11" },
            { page: "due", name: row.words.desk_due + (panel.desk.due.hurried ? " (" + panel.desk.due.hurried + ")" : ""),
              icon: "calendar-clock", key: "F12" }
        ]
        DeskLink {
            required property var modelData
            text: modelData.name
            iconName: modelData.icon
            keyName: modelData.key
            onClicked: panel.desk.go(modelData.page)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    Repeater {
        model: panel.desk.links
        OfficeLink {
            required property string modelData
            page: modelData
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
