// How long a screen stays: a bar that empties, with words.
import QtQuick
import QtQuick.Layouts

ColumnLayout {
    id: root
    property real share: 1
    property string text: ""

    spacing: Theme.px(10)
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.px(10)
        radius: height / 2
        color: Theme.tint
        border.width: Theme.highContrast ? Theme.line : 0
        border.color: Theme.border
        Rectangle {
            width: Math.max(height, parent.width * root.share)
            height: parent.height
            radius: height / 2
            color: Theme.brand
        }
    }
    WordText {
        text: root.text
        color: Theme.soft
        font.pixelSize: Theme.statusSize
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
