// Where the dossier stands, when it is due, and what it went through.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: view
    readonly property var face: panel.desk.opened.face

    spacing: Theme.px(Theme.portrait ? 5 : 10)

    RowLayout {
        spacing: Theme.px(14)
        Layout.fillWidth: true
        Rectangle {
            radius: Theme.smallRadius
            color: Theme.toneTint(view.face.tone || "soft")
            border.width: Theme.line
            border.color: Theme.tone(view.face.tone || "soft")
            implicitHeight: state.implicitHeight + 2 * Theme.px(8)
            implicitWidth: state.implicitWidth + 2 * Theme.px(18)
            DeskText {
                id: state
                anchors.centerIn: parent
                text: view.face.state || ""
                bold: true
                size: 26
                wrapMode: Text.NoWrap
                color: Theme.tone(view.face.tone || "soft")
            }
        }
        DeskText {
            text: view.face.department || ""
            color: Theme.soft
            size: 22
            Layout.fillWidth: true
        }
    }
    DeskText {
        text: view.face.procedure || ""
        bold: true
        size: 28
        Layout.fillWidth: true
    }
    DeskText {
        text: panel.preferences.words.dossier_due + ": " + (view.face.due || "")
        color: view.face.is_late ? Theme.bad : Theme.ink
        bold: true
        size: 26
        Layout.fillWidth: true
    }
    DeskText {
        visible: text !== ""
        text: view.face.due_note || ""
        color: view.face.is_late ? Theme.bad : Theme.soft
        size: 22
        Layout.fillWidth: true
    }
    DeskText {
        visible: text !== ""
        text: view.face.reason || ""
        color: Theme.warn
        size: 23
        Layout.fillWidth: true
    }
    DeskText {
        text: (view.face.came || "") + " · " + (view.face.goes || "")
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    DeskText {
        visible: !Theme.portrait && (view.face.papers || "") !== ""
        text: panel.preferences.words.dossier_papers + ": " + (view.face.papers || "")
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    DeskTitle { text: panel.preferences.words.dossier_steps; Layout.fillWidth: true; Layout.topMargin: Theme.px(6) }
    DeskText {
        visible: view.face.steps !== undefined && view.face.steps.length === 0
        text: panel.preferences.words.dossier_no_steps
        color: Theme.soft
        size: 22
        Layout.fillWidth: true
    }
    Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: true
        Column {
            id: lines
            width: parent.width
            spacing: Theme.px(5)
            Repeater {
                // The newest first: an old step may be left out where there is no room.
                model: (view.face.steps || []).slice().reverse()
                RowLayout {
                    id: step
                    required property var modelData
                    width: lines.width
                    spacing: Theme.px(12)
                    opacity: y + height <= room.height ? 1 : 0
                    DeskText { text: step.modelData.words; size: 22; Layout.fillWidth: true }
                    NumberText {
                        text: step.modelData.time
                        color: Theme.soft
                        weight: 500
                        font.pixelSize: Theme.px(Theme.portrait ? 15 : 20)
                    }
                }
            }
        }
    }
}
