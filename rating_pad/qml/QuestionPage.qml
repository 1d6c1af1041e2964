// One question and its five faces.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    property string step: ""
    property string question: ""
    property int chosen: 0
    property bool isSecond: false
    signal answered(int mark)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.px(Theme.portrait ? 40 : 28)
        anchors.bottomMargin: Theme.px(28)
        spacing: Theme.px(Theme.portrait ? 24 : 18)

        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            BigButton {
                visible: page.isSecond
                enabled: !pad.is_sending
                iconName: "arrow-left"
                kind: "plain"
                text: pad.preferences.words.back
                onClicked: pad.back()
            }
            WordText {
                text: pad.about
                color: Theme.soft
                font.pixelSize: Theme.type(32)
                Layout.fillWidth: true
            }
            StepMark { words: page.step; isSecond: page.isSecond }
        }
        WordText {
            text: page.question
            font.weight: Font.Bold
            font.pixelSize: Math.min(Theme.type(60), Theme.px(Theme.portrait ? 72 : 66))
            Layout.fillWidth: true
        }
        FaceRow {
            chosen: page.chosen
            onPressed: mark => page.answered(mark)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        WordText {
            text: pad.is_sending ? pad.preferences.words.sending : pad.preferences.words.nameless
            color: Theme.soft
            font.pixelSize: Theme.type(28)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
