// Within everyone's reach: language, text size, contrast, help.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: bar
    required property QtObject preferences
    property bool hasHelp: true
    property bool hasReach: false
    property bool isLow: false
    readonly property bool cramped: Theme.portrait && (preferences.text_step > 0 || hasReach)
    signal helpAsked()
    signal reachAsked()
    signal languagesAsked()
    // More than two get a page of their own.
    readonly property bool hasMany: preferences.languages.length > 2

    color: Theme.card
    implicitHeight: row.implicitHeight + 2 * Theme.px(Theme.portrait ? 24 : 14)

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.line
        color: Theme.hairline
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.px(bar.cramped ? 12 : 20)

        BigButton {
            visible: bar.hasMany
            iconName: "languages"
            kind: "plain"
            text: bar.preferences.words.language_name
            textSize: Math.min(Theme.type(30), Theme.px(36))
            leftPadding: Theme.px(bar.cramped ? 16 : 24)
            Accessible.description: bar.preferences.words.other_languages
            onClicked: bar.languagesAsked()
        }
        Repeater {
            model: bar.hasMany ? [] : bar.preferences.languages
            BigButton {
                required property var modelData
                text: modelData.name
                kind: "plain"
                checkedLook: bar.preferences.language === modelData.code
                Accessible.checkable: true
                Accessible.checked: checkedLook
                textSize: Math.min(Theme.type(30), Theme.px(36))
                leftPadding: Theme.px(bar.cramped ? 16 : 24)
                onClicked: bar.preferences.choose_language(modelData.code)
            }
        }
        Item { Layout.fillWidth: true }
        BigButton {
            iconName: "a-large-small"
            iconOnly: true
            kind: "plain"
            text: bar.preferences.text_size_name
            checkedLook: bar.preferences.text_step > 0
            onClicked: bar.preferences.next_text_size()
        }
        BigButton {
            iconName: "contrast"
            iconOnly: true
            kind: "plain"
            text: bar.preferences.high_contrast ? bar.preferences.words.contrast_on
                                                : bar.preferences.words.contrast_off
            checkedLook: bar.preferences.high_contrast
            onClicked: bar.preferences.switch_contrast()
        }
        BigButton {
            visible: bar.hasReach
            iconName: "arrow-down-to-line"
            iconOnly: true
            kind: "plain"
            text: bar.isLow ? bar.preferences.words.reach_off || "" : bar.preferences.words.reach || ""
            checkedLook: bar.isLow
            Accessible.checkable: true
            Accessible.checked: bar.isLow
            onClicked: bar.reachAsked()
        }
        BigButton {
            visible: bar.hasHelp
            iconName: "circle-question-mark"
            kind: "plain"
            text: bar.preferences.words.help
            textSize: Math.min(Theme.type(30), Theme.px(36))
            leftPadding: Theme.px(bar.cramped ? 16 : 24)
            onClicked: bar.helpAsked()
        }
    }
}
