// One of the five drawn faces: 1 very unhappy … 5 very happy.
import QtQuick

Image {
    property int level: 3
    property color color: Theme.ink
    property int size: Theme.px(140)

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: "image://kit/face/" + level + "/" + Theme.hex(color)
    Accessible.ignored: true
}
