// One department's manifest: how much is on it; on the slip printer, or on A4.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

Rectangle {
    id: row
    property var line: ({})
    readonly property var runs: panel.desk.runs

    radius: Theme.smallRadius
    color: Theme.card
    border.width: Theme.line
    border.color: Theme.hairline
    implicitHeight: inside.implicitHeight + 2 * Theme.px(10)
    ColumnLayout {
        id: inside
        anchors.fill: parent
        anchors.margins: Theme.px(10)
        spacing: Theme.px(6)
        DeskText { text: row.line.name || ""; bold: true; size: 23; Layout.fillWidth: true }
        DeskText { text: row.line.words || ""; color: Theme.soft; size: 21; Layout.fillWidth: true }
        RowLayout {
            spacing: Theme.px(8)
            DeskButton {
                visible: panel.desk.opened.slip.may_print
                text: panel.preferences.words.manifest_slip
                iconName: "receipt"
                enabled: !row.runs.is_busy
                implicitHeight: Theme.px(60)
                onClicked: row.runs.print_manifest(row.line.department)
                Accessible.description: row.line.name || ""
                Layout.fillWidth: true
            }
            Item { visible: !panel.desk.opened.slip.may_print; Layout.fillWidth: true }
            PaperButtons {
                about: row.line.name || ""
                isReady: !row.runs.pdf.is_busy
                onAsked: act => row.runs.paper(act, row.line.department)
            }
        }
    }
}
