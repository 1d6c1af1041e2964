// One centred line of the resting board.
import QtQuick
import Kit

WordText {
    property int size: 38
    property color ink: Theme.board.ink

    width: parent.width
    visible: text !== ""
    horizontalAlignment: Text.AlignHCenter
    color: ink
    font.pixelSize: Theme.px(size)
}
