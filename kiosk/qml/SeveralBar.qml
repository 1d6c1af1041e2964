// One number for everything that was picked, and the way back to one touch.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(20)

    BigButton {
        kind: "plain"
        text: kiosk.preferences.words.several_drop
        enabled: kiosk.under_way === ""
        onClicked: kiosk.several.drop()
        Layout.fillHeight: true
    }
    BigButton {
        kind: "gold"
        iconName: "ticket"
        text: kiosk.several_words
        enabled: kiosk.may_choose && kiosk.several.picked.length > 0
        onClicked: kiosk.take_for_several()
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
