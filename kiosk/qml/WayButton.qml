// A way on from the services, for those who came for something else than a tile.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: ask
    property string iconName: ""
    property string hint: ""
    property bool hinted: true

    Accessible.description: ask.hint
    readonly property bool stacked: !Theme.portrait
    readonly property bool large: kiosk.preferences.text_step > 1

    leftPadding: Theme.px(ask.stacked ? 12 : 24)
    rightPadding: leftPadding
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)

    background: Rectangle {
        radius: ask.corner
        color: !ask.enabled ? Theme.disabledCard : ask.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: GridLayout {
        columns: ask.stacked ? 1 : 2
        columnSpacing: Theme.px(20)
        rowSpacing: 0
        IconImage {
            name: ask.iconName
            size: Theme.px(ask.stacked || ask.large ? 44 : 60)
            Layout.alignment: ask.stacked ? Qt.AlignHCenter : Qt.AlignVCenter
            color: ask.enabled ? Theme.brand : Theme.disabledInk
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            WordText {
                text: ask.text
                color: ask.enabled ? Theme.ink : Theme.disabledInk
                font.pixelSize: Theme.type(ask.stacked ? (ask.large ? 24 : 28) : ask.large ? 29 : 34)
                font.weight: Font.Bold
                horizontalAlignment: ask.stacked ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
            }
            WordText {
                visible: ask.hinted
                text: ask.hint
                color: ask.enabled ? Theme.soft : Theme.disabledInk
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
            }
        }
    }
}
