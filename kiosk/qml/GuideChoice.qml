// One answer, as large as there is room for.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: choice
    // Letters are very large as they are: a larger step makes them a little larger.
    property var row: ({ key: "", text: "", hint: "", icon: "" })
    readonly property bool isYes: row.key === "yes"
    readonly property bool long: row.text.length > 34

    text: row.text
    Accessible.description: row.hint
    leftPadding: Theme.px(36)
    rightPadding: Theme.px(36)
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)

    background: Rectangle {
        radius: choice.corner
        color: !choice.enabled ? Theme.disabledCard
             : choice.isYes ? (choice.down ? Theme.brandPressed : Theme.brand)
             : choice.down ? Theme.pressed : Theme.card
        border.width: Theme.strongLine
        border.color: !choice.enabled ? Theme.border : Theme.brand
        SoftShadow { visible: choice.enabled && !Theme.highContrast }
    }
    contentItem: RowLayout {
        spacing: Theme.px(36)
        IconImage {
            name: choice.row.icon
            size: Theme.px(Theme.portrait ? 104 : 84)
            color: !choice.enabled ? Theme.disabledInk : choice.isYes ? Theme.brandInk : Theme.brand
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            WordText {
                text: choice.row.text
                color: !choice.enabled ? Theme.disabledInk : choice.isYes ? Theme.brandInk : Theme.ink
                font.pixelSize: Math.min(Theme.type(choice.long ? (Theme.portrait ? 44 : 34) : Theme.portrait ? 54 : 40), Theme.px(54))
                font.weight: Font.Bold
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            WordText {
                visible: text !== ""
                text: choice.row.hint
                color: !choice.enabled ? Theme.disabledInk : Theme.soft
                font.pixelSize: Math.min(Theme.type(Theme.portrait ? 34 : 28), Theme.px(36))
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
