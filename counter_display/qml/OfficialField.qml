// The name under which the visits of this counter are kept.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(6)

    WordText {
        text: panel.preferences.words.official_label
        color: Theme.soft
        font.pixelSize: Theme.type(Theme.portrait ? 18 : 25)
        Layout.fillWidth: true
    }
    Rectangle {
        radius: Theme.smallRadius
        color: Theme.card
        border.width: name.activeFocus ? Theme.strongLine : Theme.line
        border.color: name.activeFocus ? Theme.brand : Theme.border
        implicitHeight: Math.max(Theme.px(Theme.portrait ? 60 : 76), name.implicitHeight + Theme.px(16))
        Layout.fillWidth: true

        IconImage {
            id: icon
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(Theme.portrait ? 12 : 20)
            anchors.verticalCenter: parent.verticalCenter
            name: "user-round"
            color: Theme.soft
            size: Theme.px(Theme.portrait ? 28 : 36)
        }
        WordText {
            anchors.fill: name
            visible: name.text === ""
            text: panel.preferences.words.official_hint
            color: Theme.soft
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: name.font.pixelSize
            Accessible.ignored: true
        }
        TextInput {
            id: name
            anchors.left: icon.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.px(14)
            anchors.rightMargin: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            text: panel.opening.official
            maximumLength: 80
            clip: true
            activeFocusOnTab: true
            color: Theme.ink
            font.family: Theme.wordFamily
            font.pixelSize: Theme.type(Theme.portrait ? 22 : 32)
            onTextEdited: panel.opening.name_official(text)
            onAccepted: panel.serving.open_counter()
            Accessible.role: Accessible.EditableText
            Accessible.name: panel.preferences.words.official_label
        }
    }
}
