// The question itself, and below it what to do, or what the pad is doing.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    readonly property var words: pad.preferences.words
    spacing: Theme.px(6)

    WordText {
        text: pad.question
        font.pixelSize: Theme.type(Theme.portrait ? 64 : 54)
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
    }
    WordText {
        text: pad.under_way ? words.sending : pad.online ? words.how_to_answer
                            : words.offline_title + ". " + words.offline_answer_text
        color: pad.online ? Theme.soft : Theme.bad
        font.pixelSize: Theme.type(Theme.portrait ? 36 : 30)
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
    }
}
