// What became of the last press: quiet, and soon gone.
import QtQuick
import Kit

Rectangle {
    id: line
    readonly property string said: panel.notice.text || panel.floor.undo_text
    readonly property string tone: panel.notice.text ? panel.notice.tone : "soft"

    visible: said !== ""
    radius: Theme.smallRadius
    color: Theme.toneTint(tone)
    implicitHeight: Math.max(icon.height, words.implicitHeight, undo.visible ? undo.height - Theme.px(Theme.portrait ? 4 : 12) : 0) + 2 * Theme.px(Theme.portrait ? 8 : 14)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: said

    IconImage {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(Theme.portrait ? 12 : 22)
        anchors.verticalCenter: parent.verticalCenter
        name: line.tone === "good" ? "circle-check" : line.tone === "warn" ? "circle-alert" : "info"
        color: Theme.tone(line.tone)
        size: Theme.px(Theme.portrait ? 28 : 40)
    }
    WordText {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.px(Theme.portrait ? 10 : 18)
        anchors.right: undo.visible ? undo.left : parent.right
        anchors.rightMargin: Theme.px(Theme.portrait ? 12 : 22)
        anchors.verticalCenter: parent.verticalCenter
        text: line.said
        font.pixelSize: Theme.portrait ? Math.min(Theme.type(20), Theme.px(22)) : Math.min(Theme.type(28), Theme.px(32))
    }
    UndoButton {
        id: undo
        visible: panel.floor.undo_text !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(Theme.portrait ? 6 : 10)
        anchors.verticalCenter: parent.verticalCenter
    }
}
