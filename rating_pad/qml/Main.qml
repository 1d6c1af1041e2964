// The pad: dark and still while it rests, light and large while it asks.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    id: root
    emergency: pad.emergency
    readonly property bool asks: pad.scene === "result" || pad.scene === "attitude"
    readonly property bool asksWhy: pad.scene === "reasons"
    textScale: pad.preferences.text_scale
    highContrast: pad.preferences.high_contrast

    // A pad is small and near: lying, all on it is drawn larger than on a kiosk; upright, the
    // bar of comforts needs its width.
    Binding { target: Theme; property: "designShort"; value: Theme.portrait ? 1040 : 860 }
    Binding { target: Theme; property: "designLong"; value: Theme.portrait ? 1664 : 1376 }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        HallHeader {
            visible: !root.asks && !root.asksWhy
            authority: pad.authority
            hall: pad.hall
            time: pad.clock.time
            date: pad.clock.date
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            RestPage { anchors.fill: parent; visible: pad.scene === "rest" }
            QuestionPage {
                anchors.fill: parent
                visible: root.asks
            }
            ReasonsPage { anchors.fill: parent; visible: root.asksWhy }
            ClosingPage {
                anchors.fill: parent
                visible: pad.scene === "thanks"
                iconName: "check"
                title: pad.preferences.words.thanks_title
                text: pad.preferences.words.thanks_text
            }
            ClosingPage {
                anchors.fill: parent
                visible: pad.scene === "sorry"
                iconName: "message-square-heart"
                title: pad.sorry_title
                text: pad.sorry_words
            }
            ClosingPage {
                anchors.fill: parent
                visible: pad.scene === "connecting"
                iconName: "plug-zap"
                title: pad.preferences.words.connecting_title
                text: pad.preferences.words.connecting_text
            }
            HelpPage { anchors.fill: parent; visible: pad.scene === "help" }
        }
        BottomBar {
            preferences: pad.preferences
            hasHelp: pad.scene !== "thanks" && pad.scene !== "sorry"
            onHelpAsked: pad.show_help()
            Layout.fillWidth: true
        }
    }
}
