// The current number, very large, with its service and how long it has been here.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: figure
    readonly property var current: panel.current
    // Lesser words make room while there is something to tell.
    readonly property bool isBrief: panel.notice.text !== "" || panel.floor.undo_text !== ""

    spacing: Theme.px(Theme.portrait ? 2 : 6)

    RowLayout {
        spacing: Theme.px(16)
        Layout.fillWidth: true
        WordText {
            text: panel.preferences.words.serving_title
            color: Theme.soft
            font.pixelSize: Theme.type(Theme.portrait ? 20 : 28)
            Layout.fillWidth: true
        }
        PriorityMark { visible: figure.current.has_priority === true }
    }
    RowLayout {
        spacing: Theme.px(24)
        Layout.fillWidth: true
        Layout.fillHeight: true
        NumberText {
            text: figure.current.number || ""
            color: Theme.brand
            weight: 800
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(48)
            font.pixelSize: Theme.px(Theme.portrait ? 130 : 260)
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.px(Theme.portrait ? 76 : 110)
            Layout.preferredHeight: Theme.px(Theme.portrait ? 120 : 260)
        }
        ColumnLayout {
            spacing: 0
            Layout.alignment: Qt.AlignVCenter
            WordText {
                text: panel.preferences.words.at_counter
                color: Theme.soft
                font.pixelSize: Theme.type(Theme.portrait ? 19 : 26)
                Layout.alignment: Qt.AlignRight
            }
            NumberText {
                text: panel.at_counter
                font.pixelSize: Theme.px(Theme.portrait ? 44 : 84)
                Layout.alignment: Qt.AlignRight
            }
        }
    }
    WordText {
        visible: !figure.isBrief || (!Theme.portrait && panel.is_online)
        text: figure.current.service || ""
        bold: true
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 36)
        Layout.fillWidth: true
    }
    WordText {
        visible: !figure.isBrief
        text: figure.current.then || ((figure.current.waited || "") + (figure.current.calls ? "  ·  " + figure.current.calls : ""))
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 19 : 27)
        Layout.fillWidth: true
    }
    WordText {
        visible: text !== "" && !(figure.isBrief && Theme.portrait)
        text: figure.current.notes || ""
        color: Theme.warn
        font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(20)) : Math.min(Theme.type(26), Theme.px(30))
        Layout.fillWidth: true
    }
}
