// The hall is closed: until when, and what can be looked up meanwhile.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(20)

    MessagePage {
        iconName: "calendar-clock"
        title: kiosk.preferences.words.closed_title
        text: kiosk.closed_text
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        visible: kiosk.online
        spacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.margins: Theme.margin
        Layout.topMargin: 0
        WayButton {
            iconName: "search"
            text: kiosk.preferences.words.find
            hint: kiosk.preferences.words.find_hint
            hinted: Theme.portrait && kiosk.preferences.text_step < 1
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.px(150)
            onClicked: kiosk.find()
        }
        WayButton {
            iconName: "scan-search"
            text: kiosk.tracking.asked.name
            hint: kiosk.tracking.asked.hint
            hinted: Theme.portrait && kiosk.preferences.text_step < 1
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.px(150)
            onClicked: kiosk.track()
        }
    }
}
