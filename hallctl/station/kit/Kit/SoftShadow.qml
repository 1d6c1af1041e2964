// A soft shadow around its parent, stretched from one small picture; none in high contrast.
import QtQuick

BorderImage {
    readonly property int corner: parent ? Math.round(parent.radius) : 0
    readonly property int blur: Theme.px(16)

    anchors.fill: parent
    anchors.margins: -blur
    anchors.topMargin: -blur + Theme.px(5)
    anchors.bottomMargin: -blur - Theme.px(5)
    z: -1
    visible: !Theme.highContrast
    source: "image://kit/shadow/" + corner + "/" + blur
    border { left: corner + blur; right: corner + blur; top: corner + blur; bottom: corner + blur }
}
