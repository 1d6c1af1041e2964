// Said as long as it lasts: the hall is not there, and how old the data are.
import QtQuick
import Kit

Rectangle {
    id: bar
    readonly property string title: panel.preferences.words.offline_title

    radius: Theme.smallRadius
    color: Theme.warnTint
    border.width: Theme.line
    border.color: Theme.warn
    implicitHeight: Math.max(icon.height, words.implicitHeight) + 2 * Theme.px(Theme.portrait ? 8 : 14)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + panel.offline_text

    IconImage {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(Theme.portrait ? 14 : 26)
        anchors.verticalCenter: parent.verticalCenter
        name: "wifi-off"
        color: Theme.warn
        size: Theme.px(Theme.portrait ? 32 : 44)
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.px(Theme.portrait ? 12 : 22)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        WordText {
            width: parent.width
            text: bar.title
            color: Theme.warn
            bold: true
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(20), Theme.px(22)) : Theme.type(28)
        }
        WordText {
            width: parent.width
            text: panel.offline_text
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(20)) : Theme.type(25)
        }
    }
}
