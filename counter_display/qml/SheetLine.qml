// What is being written: a number in large figures, or a note.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: line
    readonly property var asked: panel.floor.sheet
    readonly property bool isNote: asked.writes === "note"

    spacing: Theme.px(Theme.portrait ? 10 : 20)
    onIsNoteChanged: if (isNote) Qt.callLater(note.forceActiveFocus)

    Rectangle {
        radius: Theme.smallRadius
        color: Theme.card
        border.width: Theme.strongLine
        border.color: Theme.brand
        implicitHeight: Theme.px(Theme.portrait ? 80 : 120)
        Layout.fillWidth: true

        NumberText {
            visible: !line.isNote
            anchors.centerIn: parent
            text: line.asked.typed || "—"
            color: line.asked.typed ? Theme.brand : Theme.soft
            weight: 800
            font.pixelSize: Theme.px(Theme.portrait ? 50 : 84)
        }
        TextInput {
            id: note
            visible: line.isNote
            anchors.fill: parent
            anchors.margins: Theme.px(18)
            verticalAlignment: TextInput.AlignVCenter
            text: line.asked.typed
            maximumLength: 200
            clip: true
            activeFocusOnTab: true
            color: Theme.ink
            font.family: Theme.wordFamily
            font.pixelSize: Theme.px(Theme.portrait ? 22 : 34)
            onTextEdited: line.asked.write(text)
            onAccepted: line.asked.enter()
            Accessible.role: Accessible.EditableText
            Accessible.name: line.asked.title
        }
    }
    SheetButton {
        isMain: true
        text: line.isNote ? panel.preferences.words.sheet_send : panel.preferences.words.sheet_call
        iconName: line.isNote ? "check" : "megaphone"
        keyName: "↵"
        enabled: line.asked.typed !== ""
        implicitHeight: Theme.px(Theme.portrait ? 80 : 120)
        onClicked: line.asked.enter()
    }
}
