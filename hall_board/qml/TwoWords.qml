// Vietnamese, and the same in another language after it, smaller and softer; under it where both don't fit.
import QtQuick
import Kit

Flow {
    id: root
    property string vi: ""
    property string beside: ""
    property int size: Theme.board.headingSize
    property int smallSize: Theme.board.leastSize
    property color ink: Theme.board.ink
    property color smallInk: Theme.board.sky
    property int strength: Font.DemiBold

    spacing: Theme.px(14)
    WordText {
        id: first
        width: Math.min(implicitWidth, root.width)
        text: root.vi
        color: root.ink
        font.pixelSize: root.size
        font.weight: root.strength
    }
    WordText {
        width: Math.min(implicitWidth, root.width)
        visible: root.beside !== ""
        text: root.beside
        color: root.smallInk
        font.pixelSize: root.smallSize
        // On the first one's line it stands on the first one's base.
        topPadding: x === 0 ? 0 : Math.max(0, first.baselineOffset - metrics.ascent)
        FontMetrics { id: metrics; font.family: Theme.wordFamily; font.pixelSize: root.smallSize }
    }
}
