// Above a question: the way back, both questions with the one being asked in gold, whose visit it is.
import QtQuick
import Kit

Rectangle {
    color: Theme.deep
    implicitHeight: Theme.target + 2 * Theme.px(16) + strip.height

    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(36)
        anchors.bottomMargin: strip.height

        BigButton {
            visible: pad.scene === "attitude"
            enabled: pad.takes_touch && !pad.under_way
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            text: pad.preferences.words.previous_question
            iconName: "arrow-left"
            iconOnly: Theme.portrait
            kind: "plain"
            textSize: Math.min(Theme.buttonSize, Theme.px(34))
            leftPadding: Theme.px(24)
            onClicked: pad.step_back()
        }
        Row {
            anchors.centerIn: parent
            StepMark {
                place: 1
                text: pad.preferences.words.step_result
                current: pad.scene === "result"
                level: pad.result
            }
            Rectangle {
                width: Theme.px(28)
                height: Theme.strongLine
                color: Theme.deepSoft
                anchors.verticalCenter: parent.verticalCenter
            }
            StepMark {
                place: 2
                text: pad.preferences.words.step_attitude
                current: pad.scene === "attitude"
            }
        }
        NumberText {
            visible: !Theme.portrait
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: pad.number_words
            color: Theme.deepSoft
            weight: 600
            font.pixelSize: Math.min(Theme.buttonSize, Theme.px(36))
        }
    }
    Rectangle {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(8)
        color: Theme.gold
    }
}
