// "Quầy 3" in gold, as on the sign above.
import QtQuick
import Kit

Rectangle {
    color: Theme.gold
    radius: Theme.smallRadius
    implicitWidth: row.implicitWidth + 2 * Theme.px(Theme.portrait ? 12 : 22)
    implicitHeight: Theme.px(Theme.portrait ? 60 : 88)
    Accessible.role: Accessible.StaticText
    Accessible.name: panel.preferences.words.counter_word + " " + panel.counter

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(Theme.portrait ? 6 : 12)
        WordText {
            visible: !Theme.portrait || panel.counter.length < 3
            anchors.baseline: number.baseline
            text: panel.preferences.words.counter_word
            color: Theme.goldInk
            bold: true
            font.pixelSize: Theme.px(Theme.portrait ? 20 : 30)
            Accessible.ignored: true
        }
        NumberText {
            id: number
            text: panel.counter || "–"
            color: Theme.goldInk
            weight: 800
            font.pixelSize: Theme.px(Theme.portrait ? 34 : 60)
            Accessible.ignored: true
        }
    }
}
