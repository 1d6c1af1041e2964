// What became of the last wish and of the last paper.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: notes
    property var desk

    visible: told.visible || paper.visible
    spacing: Theme.px(8)
    Layout.fillHeight: false
    DeskNote {
        id: told
        text: notes.desk.state === "lost" ? panel.preferences.words.procedure_lost : notes.desk.message
        tone: notes.desk.state === "lost" ? "warn" : notes.desk.tone
        Layout.fillWidth: true
    }
    DeskNote {
        id: paper
        text: notes.desk.pdf.message
        tone: notes.desk.pdf.tone
        Layout.fillWidth: true
    }
}
