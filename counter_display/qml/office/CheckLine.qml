// One thing to be ticked.
import QtQuick
import Kit
import "../desk"

PressArea {
    id: line
    property var entry: ({})

    focusPolicy: Qt.TabFocus
    text: entry.name || ""
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(12)
    rightPadding: Theme.px(12)
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: entry.is_there === true

    background: Rectangle {
        radius: line.corner
        color: line.down ? Theme.pressed : line.entry.is_there ? Theme.tint : Theme.card
        border.width: Theme.line
        border.color: line.entry.is_there ? Theme.brand : Theme.border
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        IconImage {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            name: line.entry.is_there ? "square-check-big" : "square"
            color: line.entry.is_there ? Theme.brand : Theme.soft
            size: Theme.px(Theme.portrait ? 26 : 32)
        }
        DeskText {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: Theme.px(12)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: line.text
            size: 23
            Accessible.ignored: true
        }
    }
}
