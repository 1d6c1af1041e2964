// What the official should know about what was pressed; stays until the next press.
import QtQuick
import Kit

Rectangle {
    id: note
    property string text: ""
    property string tone: "soft"

    visible: text !== ""
    radius: Theme.smallRadius
    color: Theme.toneTint(tone)
    implicitHeight: words.implicitHeight + 2 * Theme.px(Theme.portrait ? 8 : 12)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    IconImage {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        name: note.tone === "good" ? "circle-check" : note.tone === "soft" ? "info" : "circle-alert"
        color: Theme.tone(note.tone)
        size: Theme.px(Theme.portrait ? 24 : 32)
    }
    DeskText {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.px(12)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        text: note.text
        size: 23
        Accessible.ignored: true
    }
}
