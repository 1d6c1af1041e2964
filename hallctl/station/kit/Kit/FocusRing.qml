// Two rings, navy outside gold, so that focus shows on any ground.
import QtQuick

Rectangle {
    property real corner: Theme.radius

    anchors.fill: parent
    anchors.margins: -Theme.px(9)
    radius: corner + Theme.px(9)
    color: "transparent"
    border.width: Theme.px(5)
    border.color: Theme.focusOuter

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(4)
        radius: parent.corner + Theme.px(5)
        color: "transparent"
        border.width: Theme.px(5)
        border.color: Theme.focusInner
    }
}
