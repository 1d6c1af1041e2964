// A closed counter in a hall where one signs in: a badge is scanned or a name written, then the PIN.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property var words: panel.preferences.words
    readonly property int inset: Theme.px(Theme.portrait ? 16 : 36)

    // Scanners type; their line goes to the name, and then the digits are the PIN.
    onVisibleChanged: if (visible) name.input.forceActiveFocus()
    Component.onCompleted: if (visible) name.input.forceActiveFocus()

    GridLayout {
        anchors.fill: parent
        anchors.margins: card.inset
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(36)
        rowSpacing: Theme.px(12)

        ColumnLayout {
            spacing: Theme.px(Theme.portrait ? 10 : 18)
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: 55

            WordText {
                visible: !Theme.portrait || panel.notice.text === ""
                text: card.words.sign_in_title
                font.weight: Font.Bold
                font.pixelSize: Theme.type(Theme.portrait ? 26 : 44)
                Layout.fillWidth: true
            }
            WordText {
                text: card.words.sign_in_name
                color: Theme.soft
                font.pixelSize: Theme.type(Theme.portrait ? 18 : 25)
                Layout.fillWidth: true
                Layout.bottomMargin: -Theme.px(8)
            }
            WriteField {
                id: name
                text: panel.signing_in.name
                hint: card.words.sign_in_hint
                label: card.words.sign_in_name
                iconName: "id-card"
                onEdited: words => panel.signing_in.type_name(words)
                onAccepted: pad.forceActiveFocus()
                Layout.fillWidth: true
            }
            PinDots { Layout.fillWidth: true }
            Item { Layout.fillHeight: true; visible: !Theme.portrait }
            NoticeLine { Layout.fillWidth: true }
            BigButton {
                visible: !Theme.portrait
                text: card.words.sign_in
                iconName: "log-in"
                kind: "gold"
                focusPolicy: Qt.TabFocus
                enabled: panel.signing_in.may_sign_in
                textSize: Theme.type(42)
                implicitHeight: Theme.px(132)
                onClicked: panel.signing_in.sign_in()
                Layout.fillWidth: true
            }
        }
        PinPad {
            id: pad
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 45
            Keys.onPressed: event => {
                event.accepted = true
                if (event.text >= "0" && event.text <= "9" && event.text.length === 1) panel.signing_in.press(event.text)
                else if (event.key === Qt.Key_Backspace) panel.signing_in.erase()
                else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) panel.signing_in.sign_in()
                else event.accepted = false
            }
        }
        BigButton {
            visible: Theme.portrait
            text: card.words.sign_in
            iconName: "log-in"
            kind: "gold"
            focusPolicy: Qt.TabFocus
            enabled: panel.signing_in.may_sign_in
            textSize: Theme.type(28)
            implicitHeight: Theme.px(84)
            onClicked: panel.signing_in.sign_in()
            Layout.fillWidth: true
        }
    }
}
