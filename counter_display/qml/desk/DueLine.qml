// One dossier of a list: its code, its procedure, its time, and how it presses.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: row
    property var line: ({})

    focusPolicy: Qt.TabFocus
    text: line.dossier + ". " + line.name
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(64), implicitContentHeight + 2 * Theme.px(8))
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
    onClicked: panel.desk.open(line.dossier)

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(14)
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            NumberText {
                text: row.line.dossier || ""
                color: Theme.brand
                font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
                Accessible.ignored: true
            }
            DeskText {
                text: row.line.name || ""
                size: 21
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            spacing: Theme.px(2)
            DeskText {
                text: row.line.urgency || ""
                color: Theme.tone(row.line.tone || "soft")
                bold: true
                size: 22
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignRight
                Accessible.ignored: true
            }
            NumberText {
                text: row.line.time || ""
                color: Theme.soft
                weight: 500
                font.pixelSize: Theme.px(Theme.portrait ? 15 : 20)
                Layout.alignment: Qt.AlignRight
                Accessible.ignored: true
            }
        }
    }
}
