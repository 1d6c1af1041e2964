// Which counter the pad belongs to.
import QtQuick
import Kit

Rectangle {
    radius: Theme.radius
    color: Theme.highContrast ? Theme.deep : Qt.tint(Theme.deep, Qt.alpha(Theme.brand, 0.45))
    border.width: Theme.line
    border.color: Theme.highContrast ? Theme.border : Qt.tint(Theme.deep, Qt.alpha(Theme.deepSoft, 0.3))

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.px(28)
        spacing: 0
        WordText {
            text: pad.preferences.words.counter
            color: Theme.deepSoft
            bold: true
            font.pixelSize: Theme.type(52)
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
        NumberText {
            text: pad.counter
            color: Theme.gold
            weight: 800
            font.pixelSize: Theme.px(text.length > 3 ? 110 : text.length > 2 ? 170 : 270)
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
    }
}
