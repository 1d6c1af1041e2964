// One of the five faces in its own colour, on a round ground.
import QtQuick
import Kit

Item {
    id: mood
    property int level: 3
    property int size: Theme.px(180)
    property bool pale: false
    readonly property color lime: Qt.tint(Theme.good, Qt.alpha(Theme.gold, 0.36))
    readonly property color ink: pale ? Theme.border
        : [Theme.bad, Theme.warn, Theme.goldEdge, lime, Theme.good][level - 1]
    readonly property color ground: pale ? Theme.disabledCard
        : [Theme.badTint, Theme.warnTint, Theme.goldTint,
           Qt.tint(Theme.goodTint, Qt.alpha(Theme.goldTint, 0.3)), Theme.goodTint][level - 1]

    width: size
    height: size
    implicitWidth: size
    implicitHeight: size

    Rectangle {
        anchors.centerIn: parent
        width: Math.round(mood.size * 0.9)
        height: width
        radius: width / 2
        color: mood.ground
    }
    FaceImage {
        anchors.centerIn: parent
        level: mood.level
        color: mood.ink
        size: mood.size
    }
}
