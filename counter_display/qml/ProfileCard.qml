// On a desk: how the counter will call, beside its services; the usual way is chosen already.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(10)

    WordText {
        text: panel.preferences.words.profile_label
        font.weight: Font.Bold
        font.pixelSize: Theme.type(32)
        Layout.fillWidth: true
    }
    ProfileChips {
        columns: panel.opening.profiles.length > 5 ? 2 : 1
        Layout.fillWidth: true
    }
}
