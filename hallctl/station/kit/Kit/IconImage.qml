// One drawn icon by its lucide name, in any colour.
import QtQuick

Image {
    property string name: "file-text"
    property color color: Theme.ink
    property real stroke: 2
    property int size: Theme.px(48)

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: name ? "image://kit/icon/" + name + "/" + Theme.hex(color) + "/" + stroke : ""
    Accessible.ignored: true
}
