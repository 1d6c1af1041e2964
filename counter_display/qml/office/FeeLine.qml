// One fee: its name and amount, and whether it is paid; pressed, it may be put right.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

PressArea {
    id: row
    property var line: ({})

    focusPolicy: Qt.TabFocus
    text: line.name + ", " + line.amount + ", " + line.state
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: line.is_chosen === true
    onClicked: panel.desk.opened.fees.choose(line.is_chosen ? 0 : line.fee)

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : row.line.is_chosen ? Theme.tint : Theme.card
        border.width: row.line.is_chosen ? Theme.strongLine : Theme.line
        border.color: row.line.is_chosen ? Theme.brand : Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(12)
        DeskText {
            text: row.line.name || ""
            size: 22
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        ColumnLayout {
            spacing: 0
            NumberText {
                text: row.line.amount || ""
                color: Theme.ink
                weight: 700
                font.pixelSize: Theme.px(Theme.portrait ? 19 : 24)
                Layout.alignment: Qt.AlignRight
                Accessible.ignored: true
            }
            DeskText {
                text: row.line.state || ""
                color: Theme.tone(row.line.tone || "soft")
                size: 20
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignRight
                Accessible.ignored: true
            }
        }
    }
}
