// The rating pad: one question a screen, five faces with words.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    textScale: pad.preferences.text_scale
    highContrast: pad.preferences.high_contrast

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        HallHeader {
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
                visible: pad.scene === "result"
                step: pad.preferences.words.first_question
                question: pad.preferences.words.result_question
                chosen: pad.result
                onAnswered: mark => pad.choose_result(mark)
            }
            QuestionPage {
                anchors.fill: parent
                visible: pad.scene === "attitude"
                isSecond: true
                step: pad.preferences.words.second_question
                question: pad.preferences.words.attitude_question
                chosen: pad.attitude
                onAnswered: mark => pad.choose_attitude(mark)
            }
            MessagePage {
                anchors.fill: parent
                visible: pad.scene === "thanks"
                tone: "good"
                iconName: "heart-handshake"
                title: pad.preferences.words.thanks_title
                text: pad.thanks_words
            }
            MessagePage {
                anchors.fill: parent
                visible: pad.scene === "sorry"
                iconName: "heart-handshake"
                title: pad.preferences.words.sorry_title
                text: pad.thanks_words
            }
            MessagePage {
                anchors.fill: parent
                visible: pad.scene === "unheard"
                tone: "warn"
                iconName: "wifi-off"
                title: pad.preferences.words.unheard_title
                text: pad.preferences.words.unheard_text
                action: pad.preferences.words.send_again
                actionIcon: "send"
                onActed: pad.send_again()
            }
            MessagePage {
                anchors.fill: parent
                visible: pad.scene === "connecting"
                iconName: "plug-zap"
                title: pad.preferences.words.connecting_title
                text: pad.preferences.words.connecting_text
            }
        }
        BottomBar {
            preferences: pad.preferences
            hasHelp: false
            Layout.fillWidth: true
        }
    }
}
