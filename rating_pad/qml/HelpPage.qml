// What the two questions mean, and who reads the answers.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    readonly property var words: pad.preferences.words

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(40)
        anchors.topMargin: Theme.px(16)
        anchors.bottomMargin: Theme.px(20)
        spacing: Theme.px(14)
        WordText {
            text: page.words.help_title
            font.pixelSize: Theme.type(Theme.portrait ? 56 : 44)
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true
            HelpCard {
                iconName: "file-check"
                title: page.words.help_step_1
                text: page.words.help_text_1
            }
            HelpCard {
                iconName: "heart-handshake"
                title: page.words.help_step_2
                text: page.words.help_text_2
            }
        }
        WordText {
            text: page.words.help_promise
            font.pixelSize: Theme.type(Theme.portrait ? 34 : 30)
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        BigButton {
            text: page.words.help_done
            iconName: "check"
            enabled: pad.takes_touch
            onClicked: pad.show_help()
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.px(Theme.portrait ? 560 : 420)
        }
    }
}
