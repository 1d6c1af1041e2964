// One question, a few very large answers, and the voice that says it all.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    spacing: Theme.px(20)

    WordText {
        text: kiosk.guide.question
        font.pixelSize: Math.min(Theme.type(Theme.portrait ? 72 : 56), Theme.px(76))
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(Theme.portrait ? 48 : 22)
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Accessible.role: Accessible.Heading
    }
    WordText {
        visible: text !== "" && !kiosk.guide.is_refused
        text: kiosk.guide.hint
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 38 : 32)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    NoteBar {
        visible: kiosk.guide.is_refused || !kiosk.may_choose
        tone: "bad"
        title: kiosk.under_way !== "" ? "" : kiosk.online || kiosk.alone ? page.words.refused_title : page.words.offline_title
        text: kiosk.under_way !== "" ? page.words.asking : kiosk.guide.is_refused ? kiosk.guide.hint : page.words.offline_text
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    GridLayout {
        columns: Theme.portrait || kiosk.guide.choices.length < 3 ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(Theme.portrait ? 28 : 20)
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 20 : 4)
        Repeater {
            model: kiosk.guide.choices
            GuideChoice {
                required property var modelData
                row: modelData
                enabled: kiosk.may_choose
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 1
                Layout.maximumHeight: Theme.px(330)
                onClicked: kiosk.guide.choose(modelData.key)
            }
        }
    }
    GuideVoiceBar {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 20 : 0)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 28 : 16)
    }
}
