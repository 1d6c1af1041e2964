// "Quầy 3", as on the sign above.
import QtQuick
import Kit

Rectangle {
    radius: Theme.radius
    color: Theme.gold
    border.width: Theme.highContrast ? Theme.line : 0
    border.color: Theme.goldEdge
    implicitWidth: words.implicitWidth + 2 * Theme.px(64)
    implicitHeight: words.implicitHeight + 2 * Theme.px(28)

    WordText {
        id: words
        anchors.centerIn: parent
        text: pad.title
        color: Theme.goldInk
        wrapMode: Text.NoWrap
        font.weight: Font.ExtraBold
        font.pixelSize: Theme.px(104)
    }
}
