// The supervisor's word, above everything else on the panel until it has been read.
import QtQuick
import Kit

Rectangle {
    readonly property bool said: panel.message.text !== ""
    radius: Theme.smallRadius
    color: Theme.goldTint
    border.width: Theme.strongLine
    border.color: Theme.goldEdge
    implicitHeight: Math.max(words.implicitHeight, seen.height) + 2 * Theme.px(Theme.portrait ? 8 : 14)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: panel.preferences.words.message_title + ": " + panel.message.text

    IconImage {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(Theme.portrait ? 14 : 26)
        anchors.verticalCenter: parent.verticalCenter
        name: "message-square-text"
        color: Theme.goldEdge
        size: Theme.px(Theme.portrait ? 32 : 44)
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.px(Theme.portrait ? 12 : 22)
        anchors.right: seen.left
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        WordText {
            width: parent.width
            text: panel.preferences.words.message_title
            color: Theme.goldEdge
            bold: true
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(20)) : Theme.type(24)
        }
        WordText {
            width: parent.width
            text: panel.message.text
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(20), Theme.px(22)) : Theme.type(30)
        }
    }
    BigButton {
        id: seen
        anchors { right: parent.right; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter }
        text: panel.preferences.words.message_read
        iconName: "check"
        kind: "gold"
        focusPolicy: Qt.TabFocus
        enabled: panel.message.may_read
        textSize: Theme.type(Theme.portrait ? 20 : 28)
        onClicked: panel.message.read()
    }
}
