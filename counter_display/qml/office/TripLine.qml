// One trip of the timetable: when it leaves and how it stands.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

PressArea {
    id: row
    property var line: ({})

    focusPolicy: Qt.TabFocus
    enabled: line.run !== ""
    text: line.name + ", " + line.time + ", " + line.words
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: line.is_chosen === true
    onClicked: panel.desk.runs.choose(line.run)

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : row.line.is_chosen ? Theme.tint : Theme.card
        border.width: row.line.is_chosen ? Theme.strongLine : Theme.line
        border.color: row.line.is_chosen ? Theme.brand : row.enabled ? Theme.border : Theme.hairline
    }
    contentItem: RowLayout {
        spacing: Theme.px(12)
        NumberText {
            text: row.line.time || ""
            color: row.enabled ? Theme.brand : Theme.soft
            weight: 700
            font.pixelSize: Theme.px(Theme.portrait ? 22 : 28)
            Accessible.ignored: true
        }
        DeskText {
            text: row.line.name || ""
            bold: row.line.is_chosen === true
            size: 23
            Accessible.ignored: true
        }
        DeskText {
            text: row.line.words || ""
            color: Theme.tone(row.line.tone || "soft")
            bold: row.line.tone === "bad"
            size: 22
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
