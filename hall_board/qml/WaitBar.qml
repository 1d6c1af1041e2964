// A wait on a scale of twice the promise; the mark in the middle is the promise.
import QtQuick
import Kit

Item {
    id: root
    property real drawn: 0
    property color tint: Theme.board.good

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: Theme.px(4)
        radius: height / 2
        color: Theme.board.raised
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(parent.width * root.drawn)
        height: Theme.px(6)
        radius: height / 2
        color: root.tint
    }
    Rectangle {
        x: Math.round((parent.width - width) / 2)
        y: 0
        width: Theme.px(4)
        height: parent.height
        color: Theme.board.ink
    }
}
