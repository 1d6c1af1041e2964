// The name under which the visits of this counter are kept.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(6)

    WordText {
        text: panel.preferences.words.official_label
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 18 : 25)
        Layout.fillWidth: true
    }
    WriteField {
        text: panel.opening.official
        hint: panel.preferences.words.official_hint
        label: panel.preferences.words.official_label
        iconName: "user-round"
        onEdited: words => panel.opening.name_official(words)
        onAccepted: panel.serving.open_counter()
        Layout.fillWidth: true
    }
}
