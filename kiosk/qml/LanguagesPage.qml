// Every language the hall speaks, each by its own name.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    spacing: Theme.px(28)

    WordText {
        text: page.words.languages_title
        font.pixelSize: Theme.portrait ? Theme.titleSize : Theme.type(54)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(Theme.portrait ? 48 : 24)
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Accessible.role: Accessible.Heading
    }
    GridLayout {
        columns: Theme.portrait && kiosk.preferences.languages.length < 8 ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Repeater {
            model: kiosk.preferences.languages
            BigButton {
                required property var modelData
                kind: "plain"
                text: modelData.name
                iconName: checkedLook ? "check" : ""
                textSize: Theme.type(46)
                checkedLook: kiosk.preferences.language === modelData.code
                Accessible.checkable: true
                Accessible.checked: checkedLook
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Theme.px(Theme.portrait ? 150 : 116)
                Layout.minimumHeight: implicitHeight
                onClicked: {
                    kiosk.preferences.choose_language(modelData.code)
                    kiosk.show_languages()
                }
            }
        }
    }
    Item { Layout.fillHeight: true }
}
