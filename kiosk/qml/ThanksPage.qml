// The number, very large; then the paper, and the way back by itself.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    columns: Theme.portrait ? 1 : 2
    rowSpacing: 0
    columnSpacing: 0

    TakenCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.px(Theme.portrait ? 984 : 1010)
        Layout.rowSpan: Theme.portrait ? 1 : 2
        Layout.margins: Theme.margin
        Layout.bottomMargin: Theme.px(Theme.portrait ? 28 : 32)
        Layout.topMargin: Theme.px(Theme.portrait ? 44 : 32)
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: !Theme.portrait
        Layout.preferredWidth: Theme.px(Theme.portrait ? 984 : 760)
        Layout.leftMargin: Theme.portrait ? Theme.margin : 0
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 0 : 32)
        implicitHeight: Math.max(paper.implicitHeight, lost.visible ? lost.implicitHeight : 0)
        PaperCard { id: paper; anchors.fill: parent; visible: !kiosk.thanks.in_trouble }
        NoPaperCard { id: lost; anchors.fill: parent; visible: kiosk.thanks.in_trouble }
    }
    ColumnLayout {
        spacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(Theme.portrait ? 984 : 760)
        Layout.leftMargin: Theme.portrait ? Theme.margin : 0
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(28)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 40 : 32)
        BigButton {
            visible: kiosk.guide.is_on && kiosk.voice.can_speak
            kind: "gold"
            iconName: "volume-2"
            text: page.words.guide_repeat
            textSize: Theme.type(36)
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(116)
            onClicked: kiosk.voice.repeat()
        }
        BigButton {
            text: page.words.done
            iconName: "check"
            textSize: Theme.type(36)
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(116)
            onClicked: kiosk.go_home()
        }
        CountdownBar {
            share: kiosk.thanks.share_left
            text: kiosk.thanks.back_words
            Layout.fillWidth: true
        }
    }
}
