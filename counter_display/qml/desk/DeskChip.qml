// One of a few to choose from.
import QtQuick
import Kit

PressArea {
    id: chip
    property bool isChosen: false
    property bool isCheck: false
    property real letters: 23

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 60 : 62), implicitContentHeight + 2 * Theme.px(6))
    implicitWidth: Theme.px(60)
    leftPadding: Theme.px(10)
    rightPadding: Theme.px(10)
    Accessible.role: isCheck ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: isChosen

    background: Rectangle {
        radius: chip.corner
        color: !chip.enabled ? Theme.disabledCard : chip.down ? Theme.pressed : chip.isChosen ? Theme.tint : Theme.card
        border.width: chip.isChosen ? Theme.strongLine : Theme.line
        border.color: chip.isChosen ? Theme.brand : Theme.border
    }
    contentItem: DeskText {
        text: chip.text
        size: chip.letters
        bold: chip.isChosen
        color: chip.enabled ? Theme.ink : Theme.disabledInk
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
