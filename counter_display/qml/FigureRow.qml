// The official's own day in five figures.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    columns: Theme.portrait ? 3 : 5
    columnSpacing: Theme.px(12)
    rowSpacing: Theme.px(6)
    uniformCellWidths: true

    Repeater {
        model: panel.figures
        ColumnLayout {
            required property var row
            spacing: 0
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Layout.alignment: Qt.AlignVCenter
            NumberText {
                text: parent.row.value
                font.pixelSize: Theme.portrait ? Theme.px(26) : Math.min(Theme.type(40), Theme.px(44))
                Layout.alignment: Qt.AlignHCenter
            }
            WordText {
                text: parent.row.label
                color: Theme.soft
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(15), Theme.px(16)) : Math.min(Theme.type(22), Theme.px(24))
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
