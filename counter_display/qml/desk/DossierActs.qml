// What may be done now; an act that needs a word or ends the dossier asks once more.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: section
    readonly property var acts: panel.desk.opened.acts
    readonly property bool isReady: !panel.desk.opened.is_busy

    spacing: Theme.px(10)

    DeskTitle {
        text: section.acts.title || panel.preferences.words.dossier_acts
        Layout.fillWidth: true
    }
    DeskText {
        visible: section.acts.lines.length === 0
        text: panel.preferences.words.dossier_no_acts
        color: Theme.soft
        Layout.fillWidth: true
    }
    GridLayout {
        visible: section.acts.chosen === ""
        columns: 2
        columnSpacing: Theme.px(10)
        rowSpacing: Theme.px(10)
        uniformCellWidths: true
        Layout.fillWidth: true
        Repeater {
            model: section.acts.lines
            DeskButton {
                required property var modelData
                text: modelData.name
                iconName: modelData.icon
                kind: modelData.ends ? "plain" : "primary"
                enabled: section.isReady
                onClicked: section.acts.choose(modelData.step)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    ActSheet {
        visible: section.acts.chosen !== ""
        acts: section.acts
        isReady: section.isReady
        Layout.fillWidth: true
        Layout.fillHeight: section.acts.needs_department
    }
}
