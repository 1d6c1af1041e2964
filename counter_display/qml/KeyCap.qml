// The key that does the same as the button it stands on.
import QtQuick
import Kit

Item {
    id: cap
    property string text: ""
    property color color: Theme.ink

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.px(18))
    implicitHeight: Theme.px(36)

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(9)
        color: "transparent"
        border.width: Theme.line
        border.color: cap.color
        opacity: 0.6
    }
    WordText {
        id: label
        anchors.centerIn: parent
        text: cap.text
        color: cap.color
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.px(22)
        Accessible.ignored: true
    }
}
