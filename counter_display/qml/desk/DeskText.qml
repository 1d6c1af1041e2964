// The words of a desk page: they grow with the official's size as far as a page has room.
import QtQuick
import Kit

WordText {
    property real size: 24
    font.pixelSize: Math.min(Theme.type(Theme.portrait ? size * 0.78 : size), Theme.px((Theme.portrait ? 0.78 : 1) * size * 1.12))
}
