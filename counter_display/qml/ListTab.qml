// Chooses which list is shown in a hand.
import QtQuick
import Kit

PressArea {
    id: tab
    property int count: -1
    property bool isShown: false

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    implicitWidth: Theme.px(60)
    leftPadding: Theme.px(6)
    rightPadding: Theme.px(6)
    Accessible.role: Accessible.PageTab
    Accessible.checkable: true
    Accessible.checked: isShown

    background: Rectangle {
        radius: tab.corner
        color: tab.isShown ? Theme.tint : Theme.card
        border.width: tab.isShown ? Theme.strongLine : Theme.line
        border.color: tab.isShown ? Theme.brand : Theme.border
    }
    contentItem: WordText {
        text: tab.text + (tab.count < 0 ? "" : "\n" + tab.count)
        bold: tab.isShown
        font.pixelSize: Math.min(Theme.type(19), Theme.px(21))
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(11)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
