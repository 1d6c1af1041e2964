// Hear it again, softer, louder; and the way back.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: bar
    readonly property var words: kiosk.preferences.words
    columns: Theme.portrait ? 2 : 3
    columnSpacing: Theme.px(20)
    rowSpacing: Theme.px(20)

    BigButton {
        kind: "plain"
        iconName: "arrow-left"
        text: kiosk.guide.step === "what" ? bar.words.guide_leave : bar.words.guide_back
        textSize: Math.min(Theme.type(Theme.portrait ? 34 : 30), Theme.px(36))
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Theme.px(116)
        Layout.minimumHeight: implicitHeight
        Layout.columnSpan: kiosk.voice.can_speak || !Theme.portrait ? 1 : bar.columns
        onClicked: kiosk.guide.go_back()
    }
    BigButton {
        visible: kiosk.voice.can_speak
        kind: "gold"
        iconName: "volume-2"
        text: bar.words.guide_repeat
        textSize: Theme.type(Theme.portrait ? 36 : 32)
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Theme.px(116)
        Layout.minimumHeight: implicitHeight
        onClicked: kiosk.voice.repeat()
    }
    VolumeKeys {
        visible: kiosk.voice.can_speak
        Layout.columnSpan: Theme.portrait ? 2 : 1
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }
    NoteBar {
        visible: !kiosk.voice.can_speak && !kiosk.guide.is_refused
        tone: "soft"
        iconName: "volume-x"
        text: bar.words.guide_silent
        Layout.columnSpan: 2
        Layout.fillWidth: true
        Layout.preferredWidth: 2
    }
}
