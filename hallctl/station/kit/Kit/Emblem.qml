// The authority's sign: a gold star on red, ringed with ears of rice.
import QtQuick

Image {
    property int size: Theme.px(128)

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: Qt.resolvedUrl("emblem.svg")
    Accessible.ignored: true
}
