// One figure of the queue with its label.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: figure
    property string iconName: ""
    property string label: ""
    property string value: ""

    spacing: Theme.px(4)
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.alignment: Qt.AlignTop

    IconImage {
        name: figure.iconName
        color: Theme.brand
        size: Theme.px(48)
        Layout.alignment: Qt.AlignHCenter
    }
    WordText {
        text: figure.label
        color: Theme.soft
        font.pixelSize: Theme.statusSize
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    WordText {
        text: figure.value
        font.pixelSize: Theme.tileSize
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
