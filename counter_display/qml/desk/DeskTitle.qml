// The head of a section.
import QtQuick
import Kit

DeskText {
    size: 29
    font.weight: Font.Bold
}
