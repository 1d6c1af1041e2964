// How many digits of the PIN are there; never which.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(6)

    WordText {
        text: panel.preferences.words.pin_label
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 18 : 25)
        Layout.fillWidth: true
    }
    Rectangle {
        radius: Theme.smallRadius
        color: Theme.card
        border.width: Theme.line
        border.color: Theme.border
        implicitHeight: Theme.px(Theme.portrait ? 56 : 76)
        Accessible.role: Accessible.StaticText
        Accessible.name: panel.preferences.words.pin_label + ": " + panel.signing_in.pin_length
        Layout.fillWidth: true

        Row {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(Theme.portrait ? 16 : 24)
            spacing: Theme.px(Theme.portrait ? 8 : 14)
            Repeater {
                model: Math.max(6, panel.signing_in.pin_length)
                Rectangle {
                    required property int index
                    readonly property bool isThere: index < panel.signing_in.pin_length
                    width: Theme.px(Theme.portrait ? 16 : 24)
                    height: width
                    radius: width / 2
                    color: isThere ? Theme.ink : Theme.card
                    border.width: Theme.line
                    border.color: isThere ? Theme.ink : Theme.border
                }
            }
        }
    }
}
