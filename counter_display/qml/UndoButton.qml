// Takes the last press back, for the few seconds in which it may be.
import QtQuick
import Kit

PressArea {
    id: button
    focusPolicy: Qt.TabFocus
    text: panel.preferences.words.undo
    enabled: panel.serving.is_ready
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 60 : 68)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(Theme.portrait ? 12 : 20)
    rightPadding: leftPadding
    onClicked: panel.floor.undo()

    background: Rectangle {
        radius: button.corner
        color: button.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(10)
            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                name: "undo-2"
                color: Theme.brand
                size: Theme.px(Theme.portrait ? 26 : 34)
            }
            WordText {
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.px(Theme.portrait ? 20 : 27)
                Accessible.ignored: true
            }
            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                visible: !Theme.portrait
                text: panel.preferences.words.key_undo
            }
        }
    }
}
