// Which counter this is, who serves at it, the hall's time, and the official's own comfort.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    color: Theme.deep
    implicitHeight: row.implicitHeight + 2 * Theme.px(Theme.portrait ? 10 : 14) + strip.height

    RowLayout {
        id: row
        anchors {
            left: parent.left; right: parent.right; top: parent.top
            leftMargin: Theme.px(Theme.portrait ? 14 : 24)
            rightMargin: anchors.leftMargin
            topMargin: Theme.px(Theme.portrait ? 10 : 14)
        }
        spacing: Theme.px(Theme.portrait ? 6 : 18)

        CounterBadge { Layout.alignment: Qt.AlignVCenter; Layout.minimumWidth: implicitWidth }
        ColumnLayout {
            visible: !Theme.portrait
            spacing: 0
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            WordText {
                visible: text !== ""
                text: panel.official
                color: Theme.deepInk
                bold: true
                font.pixelSize: Theme.buttonSize
                Layout.fillWidth: true
            }
            WordText {
                text: panel.hall
                color: Theme.deepSoft
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
            }
        }
        Item { visible: Theme.portrait; Layout.fillWidth: true }
        HeaderButton {
            visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
            enabled: panel.serving.may_close
            iconName: "door-closed"
            text: panel.preferences.words.close_counter
            keyName: "F9"
            onClicked: panel.serving.close_counter()
        }
        HeaderButton {
            iconName: "languages"
            text: panel.preferences.words.language_switch
            onClicked: panel.preferences.choose_language(panel.preferences.language === "vi" ? "en" : "vi")
        }
        HeaderButton {
            iconName: "a-large-small"
            iconOnly: true
            text: panel.preferences.text_size_name
            onClicked: panel.preferences.next_text_size()
        }
        HeaderButton {
            iconName: "contrast"
            iconOnly: true
            text: panel.preferences.high_contrast ? panel.preferences.words.contrast_on
                                                  : panel.preferences.words.contrast_off
            onClicked: panel.preferences.switch_contrast()
        }
        NumberText {
            text: panel.clock.time
            color: Theme.deepInk
            font.pixelSize: Theme.px(Theme.portrait ? 30 : 56)
            Layout.alignment: Qt.AlignVCenter
            Layout.leftMargin: Theme.px(Theme.portrait ? 2 : 12)
        }
    }
    Rectangle {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(6)
        color: Theme.gold
    }
}
