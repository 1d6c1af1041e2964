// Words: wrapped where needed, never elided, announced by screen readers.
import QtQuick

Text {
    property bool bold: false

    color: Theme.ink
    font.family: Theme.wordFamily
    font.pixelSize: Theme.bodySize
    font.weight: bold ? Font.DemiBold : Font.Normal
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
