// After a low mark: what went wrong, as many touches as there are reasons, or none at all.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: pad.preferences.words
    readonly property bool named: pad.reasons_named.length > 0
    spacing: Theme.px(Theme.portrait ? 30 : 20)

    WordText {
        text: page.words.ask_reasons
        font.pixelSize: Theme.type(Theme.portrait ? 60 : 48)
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(Theme.portrait ? 48 : 24)
        Layout.leftMargin: Theme.px(36)
        Layout.rightMargin: Theme.px(36)
    }
    WordText {
        text: page.words.how_to_reason
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 36 : 28)
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.leftMargin: Theme.px(36)
        Layout.rightMargin: Theme.px(36)
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.px(36)
        Layout.rightMargin: Theme.px(36)
        columns: Theme.portrait ? 1 : 3
        columnSpacing: Theme.px(18)
        rowSpacing: Theme.px(14)
        uniformCellWidths: true
        uniformCellHeights: true
        Repeater {
            model: pad.reasons
            ReasonButton {
                required property var modelData
                text: modelData.words
                chosen: pad.reasons_named.includes(modelData.reason)
                enabled: pad.takes_touch && !pad.explaining
                onClicked: pad.turn_reason(modelData.reason)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    BigButton {
        text: page.named ? page.words.send_reasons : page.words.skip_reasons
        kind: page.named ? "gold" : "plain"
        iconName: page.named ? "send" : ""
        enabled: pad.takes_touch && !pad.explaining
        textSize: Theme.type(34)
        onClicked: pad.explain()
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Theme.px(Theme.portrait ? 620 : 520)
        Layout.preferredHeight: Math.max(implicitHeight, Theme.px(108))
        Layout.bottomMargin: Theme.px(Theme.portrait ? 36 : 20)
    }
}
