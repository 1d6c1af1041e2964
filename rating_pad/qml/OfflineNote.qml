// Said as long as it lasts.
import QtQuick
import Kit

NoteBar {
    visible: pad.is_offline
    tone: "warn"
    iconName: "wifi-off"
    title: pad.preferences.words.offline_title
    text: pad.preferences.words.offline_text
}
