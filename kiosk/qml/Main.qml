// The kiosk: who receives the citizen above, one question in the middle, the citizen's comfort below.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    id: root
    textScale: kiosk.preferences.text_scale
    highContrast: kiosk.preferences.high_contrast

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        HallHeader {
            authority: kiosk.authority
            hall: kiosk.hall
            time: kiosk.clock.time
            date: kiosk.clock.date
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            HomePage { anchors.fill: parent; visible: kiosk.scene === "home" }
            PriorityPage { anchors.fill: parent; visible: kiosk.scene === "priority" }
            ThanksPage { anchors.fill: parent; visible: kiosk.scene === "thanks" }
            HelpPage { anchors.fill: parent; visible: kiosk.scene === "help" }
            MessagePage {
                anchors.fill: parent
                visible: kiosk.scene === "closed"
                iconName: "calendar-clock"
                title: kiosk.preferences.words.closed_title
                text: kiosk.preferences.words.closed_text
            }
            MessagePage {
                anchors.fill: parent
                visible: kiosk.scene === "connecting"
                iconName: "plug-zap"
                title: kiosk.preferences.words.connecting_title
                text: kiosk.preferences.words.connecting_text
            }
        }
        BottomBar {
            preferences: kiosk.preferences
            hasHelp: kiosk.scene !== "thanks"
            onHelpAsked: kiosk.show_help()
            Layout.fillWidth: true
        }
    }
}
