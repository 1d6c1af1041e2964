// How loud the voice is: softer, five drawn steps, louder.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: keys
    readonly property var words: kiosk.preferences.words
    spacing: Theme.px(20)

    BigButton {
        kind: "plain"
        iconName: "volume-1"
        iconOnly: true
        text: keys.words.guide_softer
        enabled: kiosk.voice.volume > 1
        Layout.preferredWidth: Theme.px(150)
        onClicked: kiosk.voice.softer()
    }
    Row {
        spacing: Theme.px(14)
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.px(40)
        Accessible.role: Accessible.StaticText
        Accessible.name: kiosk.volume_words
        Repeater {
            model: kiosk.voice.loudest
            Rectangle {
                required property int index
                width: (parent.width - (kiosk.voice.loudest - 1) * parent.spacing) / kiosk.voice.loudest
                height: Theme.px(40)
                radius: Theme.px(10)
                color: index < kiosk.voice.volume ? Theme.brand : Theme.card
                border.width: Theme.line
                border.color: index < kiosk.voice.volume ? Theme.brand : Theme.border
            }
        }
    }
    BigButton {
        kind: "plain"
        iconName: "volume-2"
        iconOnly: true
        text: keys.words.guide_louder
        enabled: kiosk.voice.volume < kiosk.voice.loudest
        Layout.preferredWidth: Theme.px(150)
        onClicked: kiosk.voice.louder()
    }
}
