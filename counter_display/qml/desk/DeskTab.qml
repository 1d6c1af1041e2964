// Chooses which part of a page is shown in a hand; its word gets smaller before it breaks.
import QtQuick
import Kit

PressArea {
    id: tab
    property bool isShown: false

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Theme.px(60)
    implicitWidth: Theme.px(60)
    leftPadding: Theme.px(5)
    rightPadding: Theme.px(5)
    Accessible.role: Accessible.PageTab
    Accessible.checkable: true
    Accessible.checked: isShown

    background: Rectangle {
        radius: tab.corner
        color: tab.isShown ? Theme.tint : Theme.card
        border.width: tab.isShown ? Theme.strongLine : Theme.line
        border.color: tab.isShown ? Theme.brand : Theme.border
    }
    contentItem: DeskText {
        text: tab.text
        bold: tab.isShown
        size: 25
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(12)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
