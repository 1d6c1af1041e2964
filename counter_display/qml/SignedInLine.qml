// Who has signed in here, and the way out for whoever that isn't.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(Theme.portrait ? 10 : 18)

    IconImage {
        name: "user-round-check"
        color: Theme.good
        size: Theme.px(Theme.portrait ? 32 : 44)
    }
    WordText {
        text: panel.signing_in.official
        bold: true
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 32)
        Layout.fillWidth: true
    }
    BigButton {
        text: panel.preferences.words.sign_out
        iconName: "log-out"
        kind: "plain"
        focusPolicy: Qt.TabFocus
        textSize: Theme.type(Theme.portrait ? 20 : 26)
        onClicked: panel.signing_in.sign_out()
    }
}
