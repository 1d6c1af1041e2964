// One scan: its code, and what became of it.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

Rectangle {
    id: row
    property var line: ({})

    radius: Theme.smallRadius
    color: Theme.toneTint(line.tone || "soft")
    implicitHeight: Math.max(Theme.px(60), inside.implicitHeight + 2 * Theme.px(6))
    RowLayout {
        id: inside
        anchors.fill: parent
        anchors.margins: Theme.px(6)
        anchors.leftMargin: Theme.px(12)
        anchors.rightMargin: Theme.px(12)
        spacing: Theme.px(12)
        IconImage {
            name: row.line.tone === "good" ? "circle-check" : "circle-alert"
            color: Theme.tone(row.line.tone || "soft")
            size: Theme.px(Theme.portrait ? 24 : 32)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            NumberText {
                text: row.line.code || ""
                color: Theme.ink
                weight: 600
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(12)
                font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
                Layout.fillWidth: true
            }
            DeskText {
                text: row.line.words || ""
                size: 21
                Layout.fillWidth: true
            }
        }
    }
}
