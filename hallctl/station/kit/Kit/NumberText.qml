// Numbers and clocks: every digit as wide as the next, so that nothing jumps.
import QtQuick

Text {
    // The typeface is a variable one: its weight is an axis.
    property int weight: 700

    color: Theme.ink
    font.family: Theme.numberFamily
    font.pixelSize: Theme.bodySize
    font.features: ({ "tnum": 1 })
    font.variableAxes: ({ "wght": weight, "opsz": 28 })
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
