// One clear gold way to a priority number; once taken, it says so and offers the way back.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: bar
    implicitHeight: kiosk.wants_priority ? chosen.implicitHeight : ask.implicitHeight

    PressArea {
        id: ask
        anchors.fill: parent
        visible: !kiosk.wants_priority
        enabled: kiosk.may_choose
        text: kiosk.preferences.words.priority
        Accessible.description: kiosk.preferences.words.priority_hint
        leftPadding: Theme.px(28)
        rightPadding: Theme.px(28)
        topPadding: Theme.px(14)
        bottomPadding: Theme.px(14)
        onClicked: kiosk.ask_priority()

        readonly property bool off: !kiosk.online && !kiosk.alone
        background: Rectangle {
            radius: ask.corner
            color: ask.off ? Theme.disabledCard : ask.down ? Theme.goldPressed : Theme.gold
            border.width: Theme.line
            border.color: ask.off ? Theme.border : Theme.goldEdge
        }
        contentItem: RowLayout {
            spacing: Theme.px(24)
            IconImage {
                name: "accessibility"
                size: Theme.px(60)
                color: ask.off ? Theme.disabledInk : Theme.goldInk
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                WordText {
                    text: kiosk.preferences.words.priority
                    color: ask.off ? Theme.disabledInk : Theme.goldInk
                    font.pixelSize: Theme.type(34)
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                WordText {
                    visible: kiosk.preferences.text_step < 1
                    text: kiosk.preferences.words.priority_hint
                    color: ask.off ? Theme.disabledInk : Theme.goldInk
                    font.pixelSize: Theme.leastSize
                    Layout.fillWidth: true
                }
            }
            IconImage {
                visible: bar.width > Theme.px(600)
                name: "chevron-right"
                size: Theme.px(48)
                color: ask.off ? Theme.disabledInk : Theme.goldInk
            }
        }
    }
    Rectangle {
        id: chosen
        anchors.fill: parent
        visible: kiosk.wants_priority
        implicitHeight: words.implicitHeight + 2 * Theme.px(12)
        radius: Theme.radius
        color: Theme.goldTint
        border.width: Theme.strongLine
        border.color: Theme.goldEdge

        RowLayout {
            id: words
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            anchors.leftMargin: Theme.px(28)
            spacing: Theme.px(24)
            IconImage { name: "accessibility"; size: Theme.px(60); color: Theme.ink }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                WordText {
                    text: kiosk.preferences.words.priority_on
                    font.pixelSize: Theme.type(34)
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                WordText {
                    visible: text !== ""
                    text: kiosk.group_name
                    font.pixelSize: Theme.leastSize
                    Layout.fillWidth: true
                }
            }
            BigButton {
                kind: "plain"
                text: kiosk.preferences.words.priority_drop
                enabled: kiosk.under_way === ""
                onClicked: kiosk.drop_priority()
            }
        }
    }
}
