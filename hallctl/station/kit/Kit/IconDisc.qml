// An icon on its own soft ground.
import QtQuick

Rectangle {
    id: disc
    property string name: "file-text"
    property color iconColor: Theme.brand
    property int size: Theme.px(96)

    width: size
    height: size
    implicitWidth: size
    implicitHeight: size
    radius: Math.round(size * 0.22)
    color: Theme.tint

    IconImage {
        anchors.centerIn: parent
        name: disc.name
        color: disc.iconColor
        size: Math.round(disc.size * 0.56)
    }
}
