// One line to write in, with an icon and a hint.
import QtQuick
import Kit

Rectangle {
    id: field
    property alias text: line.text
    property alias input: line
    property string hint: ""
    property string label: ""
    property string iconName: ""

    signal edited(string words)
    signal accepted

    radius: Theme.smallRadius
    color: Theme.card
    border.width: line.activeFocus ? Theme.strongLine : Theme.line
    border.color: line.activeFocus ? Theme.brand : Theme.border
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 56 : 76), line.implicitHeight + Theme.px(16))

    IconImage {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(Theme.portrait ? 12 : 20)
        anchors.verticalCenter: parent.verticalCenter
        name: field.iconName
        color: Theme.soft
        size: Theme.px(Theme.portrait ? 28 : 36)
    }
    WordText {
        anchors.fill: line
        visible: line.text === ""
        text: field.hint
        color: Theme.soft
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: line.font.pixelSize
        Accessible.ignored: true
    }
    TextInput {
        id: line
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(14)
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        maximumLength: 80
        clip: true
        activeFocusOnTab: true
        color: Theme.ink
        font.family: Theme.wordFamily
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 32)
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
    }
}
