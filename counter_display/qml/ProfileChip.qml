// One profile of the counter; exactly one is chosen.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: chip
    property var line: ({})
    property bool isDense: false
    readonly property bool isChosen: line.is_chosen === true

    focusPolicy: Qt.TabFocus
    text: line.name || ""
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 60 : 64), implicitContentHeight + 2 * Theme.px(6))
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(Theme.portrait ? 12 : 18)
    rightPadding: leftPadding
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: isChosen

    background: Rectangle {
        radius: chip.corner
        color: chip.down ? Theme.pressed : chip.isChosen ? Theme.tint : Theme.card
        border.width: chip.isChosen ? Theme.strongLine : Theme.line
        border.color: chip.isChosen ? Theme.brand : Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(Theme.portrait ? 10 : 14)
        IconImage {
            name: chip.isChosen ? "circle-check-big" : "circle"
            color: chip.isChosen ? Theme.brand : Theme.soft
            size: Theme.px(Theme.portrait ? 26 : 34)
        }
        WordText {
            text: chip.text
            bold: chip.isChosen
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(21)) : Math.min(Theme.type(25), Theme.px(chip.isDense ? 25 : 29))
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        KeyCap {
            visible: text !== "" && !Theme.portrait
            text: chip.line.key || ""
        }
    }
}
