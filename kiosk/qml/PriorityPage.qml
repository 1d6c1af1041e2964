// Who may take a priority number? Nothing is proved, nothing is printed.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: 0
    readonly property var words: kiosk.preferences.words

    WordText {
        text: parent.words.priority_title
        font.pixelSize: Theme.portrait ? Theme.titleSize : Theme.type(54)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(Theme.portrait ? 44 : 24)
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Accessible.role: Accessible.Heading
    }
    WordText {
        text: parent.words.priority_promise
        color: Theme.soft
        font.pixelSize: Theme.portrait ? Theme.bodySize : Theme.statusSize
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(8)
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    WordText {
        visible: kiosk.card.is_offered
        text: parent.words.card_hint
        color: Theme.soft
        font.pixelSize: Theme.statusSize
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(8)
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    GridLayout {
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 36 : 22)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 36 : 22)

        Repeater {
            model: kiosk.groups
            GroupChoice {
                required property var modelData
                group: modelData.group
                text: modelData.name
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: Theme.px(170)
                Layout.preferredWidth: 1
            }
        }
        GroupChoice {
            group: ""
            text: kiosk.preferences.words.priority_unnamed
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.px(170)
            Layout.preferredWidth: 1
        }
        BigButton {
            kind: "plain"
            iconName: "arrow-left"
            text: kiosk.preferences.words.priority_none
            onClicked: kiosk.drop_priority()
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.px(170)
            Layout.preferredWidth: 1
        }
    }
}
