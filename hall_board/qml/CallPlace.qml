// Where to go, when the counter is in another part of the hall.
import QtQuick
import Kit

Row {
    id: root
    property var call
    property color ink: Theme.board.gold
    property int size: Theme.px(33)
    property bool withBeside: true

    visible: call.place !== ""
    spacing: Theme.px(12)
    IconImage {
        id: mark
        name: "map-pin"
        color: root.ink
        size: Math.round(root.size * 1.15)
    }
    TwoWords {
        width: root.width - mark.width - root.spacing
        vi: root.call.place
        beside: root.withBeside ? root.call.place_beside : ""
        size: root.size
        ink: root.ink
        smallInk: root.ink
    }
}
