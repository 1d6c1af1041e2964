// The way to a procedure for those who do not know which tile is theirs.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: ask
    readonly property bool off: !kiosk.online
    property bool hinted: true

    text: kiosk.preferences.words.find
    Accessible.description: kiosk.preferences.words.find_hint
    enabled: kiosk.online
    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)
    onClicked: kiosk.find()

    background: Rectangle {
        radius: ask.corner
        color: ask.off ? Theme.disabledCard : ask.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(24)
        IconImage {
            name: "search"
            size: Theme.px(60)
            color: ask.off ? Theme.disabledInk : Theme.brand
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            WordText {
                text: kiosk.preferences.words.find
                color: ask.off ? Theme.disabledInk : Theme.ink
                font.pixelSize: Theme.type(34)
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            WordText {
                visible: ask.hinted
                text: kiosk.preferences.words.find_hint
                color: ask.off ? Theme.disabledInk : Theme.soft
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
            }
        }
        IconImage {
            visible: ask.hinted
            name: "chevron-right"
            size: Theme.px(48)
            color: ask.off ? Theme.disabledInk : Theme.soft
        }
    }
}
