// One dossier of a list: its code, its procedure, its time, and how it presses.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: row
    property var line: ({})
    property bool isChosen: false
    // A list may do something else than open the dossier.
    signal picked()

    focusPolicy: Qt.TabFocus
    text: line.dossier + ". " + line.name
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(64), implicitContentHeight + 2 * Theme.px(8))
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
    onClicked: picked()
    onPicked: if (line.is_chosen === undefined) panel.desk.open(line.dossier)

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : row.isChosen ? Theme.tint : Theme.card
        border.width: row.isChosen ? Theme.strongLine : Theme.line
        border.color: row.isChosen ? Theme.brand : Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(14)
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            NumberText {
                text: row.line.dossier || ""
                color: Theme.brand
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(12)
                font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
                Layout.fillWidth: true
                Layout.minimumWidth: 0
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
            Layout.fillWidth: false
            DeskText {
                text: row.line.urgency || ""
                color: Theme.tone(row.line.tone || "soft")
                bold: true
                size: 22
                horizontalAlignment: Text.AlignRight
                Layout.maximumWidth: row.width * 0.4
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
