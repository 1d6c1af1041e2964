// Bringing the opened dossier's result home: where it stands, and what leads on.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: card
    readonly property var delivery: panel.desk.opened.delivery
    readonly property var words: panel.preferences.words
    readonly property bool isReady: !panel.desk.opened.is_busy

    spacing: Theme.px(12)

    DeskNote { text: card.delivery.words; tone: card.delivery.tone; Layout.fillWidth: true }
    DeskText {
        visible: text !== ""
        text: card.delivery.about
        bold: true
        size: 24
        Layout.fillWidth: true
    }
    DeskText {
        text: card.words.delivery_address_hint
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    ColumnLayout {
        visible: card.delivery.chosen !== ""
        spacing: Theme.px(10)
        Layout.fillWidth: true
        DeskField {
            label: card.delivery.title + ": " + card.words.reason_label
            value: card.delivery.reason
            longest: 500
            onEdited: text => card.delivery.write_reason(text)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(10)
            uniformCellSizes: true
            Layout.fillWidth: true
            DeskButton {
                text: card.words.act_cancel
                iconName: "x"
                onClicked: card.delivery.cancel()
                Layout.fillWidth: true
            }
            DeskButton {
                text: card.words.act_confirm
                iconName: "check"
                kind: "primary"
                enabled: card.isReady && card.delivery.may_do
                onClicked: card.delivery.do()
                Layout.fillWidth: true
            }
        }
    }
    Item { Layout.fillHeight: true }
    Repeater {
        model: card.delivery.chosen === "" ? card.delivery.lines : []
        DeskButton {
            required property var modelData
            text: modelData.name
            iconName: modelData.icon
            kind: modelData.step === "ask" || modelData.step === "delivered" ? "primary" : "plain"
            enabled: card.isReady
            onClicked: card.delivery.choose(modelData.step)
            Layout.fillWidth: true
        }
    }
}
