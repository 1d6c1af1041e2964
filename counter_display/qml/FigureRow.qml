// The counter's own day in four figures.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(12)
    uniformCellSizes: true

    Repeater {
        model: panel.figures
        ColumnLayout {
            required property var modelData
            spacing: 0
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            NumberText {
                text: parent.modelData.value
                font.pixelSize: Theme.type(Theme.portrait ? 30 : 42)
                Layout.alignment: Qt.AlignHCenter
            }
            WordText {
                text: parent.modelData.label
                color: Theme.soft
                font.pixelSize: Theme.type(Theme.portrait ? 17 : 23)
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
