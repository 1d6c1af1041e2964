// A closed counter: who will serve, which services, and the button that opens it.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property var words: panel.preferences.words
    readonly property int inset: Theme.px(Theme.portrait ? 16 : 36)
    // In a hand a few profiles stand between the name and the services; more are asked for on a sheet.
    readonly property bool hasChips: Theme.portrait && panel.opening.profiles.length > 0
                                     && panel.opening.profiles.length <= 4 && panel.opening.services.length <= 4

    implicitHeight: column.implicitHeight + 2 * inset

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: card.inset
        spacing: Theme.px(Theme.portrait ? 10 : 18)

        WordText {
            visible: panel.notice.text === "" || panel.is_online
            text: card.words.closed_title
            font.weight: Font.Bold
            font.pixelSize: Theme.type(Theme.portrait ? 28 : 46)
            Layout.fillWidth: true
        }
        WordText {
            visible: panel.notice.text === "" && !(Theme.portrait && panel.opening.profiles.length)
            text: card.words.closed_text
            color: Theme.soft
            font.pixelSize: Theme.type(Theme.portrait ? 19 : 28)
            Layout.fillWidth: true
        }
        OfficialField { visible: !panel.signing_in.is_signed_in; Layout.fillWidth: true }
        SignedInLine { visible: panel.signing_in.is_signed_in; Layout.fillWidth: true }
        ProfileChips { visible: card.hasChips; columns: 2; Layout.fillWidth: true }
        ProfileLine {
            visible: Theme.portrait && panel.opening.profiles.length > 0 && !card.hasChips
            Layout.fillWidth: true
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(14)
            rowSpacing: Theme.px(Theme.portrait ? 8 : 14)
            uniformCellWidths: true
            Layout.fillWidth: true
            Repeater {
                model: panel.opening.services
                ServiceCheck {
                    required property var modelData
                    line: modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: Theme.px(Theme.portrait ? 76 : 116)
                }
            }
        }
        Item { Layout.fillHeight: true }
        NoticeLine { Layout.fillWidth: true }
        BigButton {
            text: card.words.open_counter
            iconName: "door-open"
            kind: "gold"
            focusPolicy: Qt.TabFocus
            enabled: panel.serving.may_open && panel.opening.may_open
            textSize: Theme.type(Theme.portrait ? 28 : 42)
            implicitHeight: Theme.px(Theme.portrait ? 96 : 132)
            onClicked: panel.serving.open_counter()
            Layout.fillWidth: true
        }
    }
}
