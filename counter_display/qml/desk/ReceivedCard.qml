// The dossier is received: its code large, when its result is due, the receipt and form 01.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property var reception: panel.desk.reception
    readonly property var words: panel.preferences.words
    Component.onCompleted: done.forceActiveFocus()

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(Theme.portrait ? 14 : 36)
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(10)

        ColumnLayout {
            spacing: Theme.px(Theme.portrait ? 6 : 14)
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: 55
            RowLayout {
                spacing: Theme.px(14)
                IconImage { name: "circle-check"; color: Theme.good; size: Theme.px(Theme.portrait ? 36 : 60) }
                DeskText {
                    text: card.words.received_title
                    size: 38
                    font.weight: Font.Bold
                    color: Theme.good
                    Layout.fillWidth: true
                }
            }
            NumberText {
                text: card.reception.code
                color: Theme.brand
                weight: 800
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(20)
                font.pixelSize: Theme.px(Theme.portrait ? 54 : 84)
                Layout.fillWidth: true
            }
            DeskText { visible: !Theme.portrait; text: card.words.received_due; color: Theme.soft; Layout.fillWidth: true }
            DeskText {
                text: card.reception.due_words
                size: 40
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            DeskNote {
                text: card.reception.slip.words
                tone: card.reception.slip.tone
                Layout.fillWidth: true
            }
            DeskNote {
                text: card.reception.refused || card.reception.kept_words
                tone: card.reception.refused ? "warn" : card.reception.is_kept ? "good" : "soft"
                Layout.fillWidth: true
            }
            Item { visible: !Theme.portrait; Layout.fillHeight: true }
        }
        ColumnLayout {
            spacing: Theme.px(Theme.portrait ? 8 : 14)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 45
            FormList {
                visible: card.reception.forms.lines.length > 0
                forms: card.reception.forms
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            Item { visible: card.reception.forms.lines.length === 0; Layout.fillHeight: true }
            RowLayout {
                spacing: Theme.px(10)
                uniformCellSizes: true
                Layout.fillWidth: true
                Layout.fillHeight: false
                DeskButton {
                    text: card.words.open_received
                    iconName: "folder-open"
                    onClicked: panel.desk.open(card.reception.code)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
                DeskButton {
                    text: card.words.one_more
                    iconName: "copy-plus"
                    onClicked: card.reception.one_more()
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
            BigButton {
                id: done
                text: card.words.received_done
                iconName: "check"
                kind: "gold"
                focusPolicy: Qt.TabFocus
                textSize: Theme.type(Theme.portrait ? 26 : 36)
                implicitHeight: Theme.px(Theme.portrait ? 76 : 100)
                onClicked: { card.reception.finish(); panel.desk.go("") }
                Layout.fillWidth: true
            }
        }
    }
}
