// From the queue to one page of the desk: icon, key and word.
import QtQuick
import QtQuick.Layouts
import Kit
import ".."

PressArea {
    id: link
    property string iconName: ""
    property string keyName: ""

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 62 : 88), implicitContentHeight + 2 * Theme.px(6))
    leftPadding: Theme.px(10)
    rightPadding: Theme.px(10)

    background: Rectangle {
        radius: link.corner
        color: link.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: GridLayout {
        columns: Theme.portrait ? 2 : 1
        columnSpacing: Theme.px(12)
        rowSpacing: Theme.px(4)
        RowLayout {
            spacing: Theme.px(8)
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: false
            IconImage { name: link.iconName; color: Theme.brand; size: Theme.px(30) }
            KeyCap { visible: !Theme.portrait; text: link.keyName; color: Theme.ink }
        }
        DeskText {
            text: link.text
            size: 23
            bold: true
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
