// A wait on a scale of twice the promise: the left half is as promised, the right half is longer, and
// the mark between them is the promise.
import QtQuick
import Kit

Item {
    id: root
    property real drawn: 0
    property color tint: Theme.board.good
    readonly property int thickness: Math.max(Theme.px(4), height - Theme.px(3))

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width / 2
        height: root.thickness
        color: Theme.board.promised
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: parent.width / 2
        width: parent.width / 2
        height: root.thickness
        color: Theme.board.beyond
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(parent.width * root.drawn)
        height: root.thickness
        color: root.tint
    }
    Rectangle {
        x: Math.round((parent.width - width) / 2)
        y: 0
        width: Theme.px(6)
        height: parent.height
        color: Theme.board.ink
    }
}
