// The way for whoever would rather be led: one question a screen, very large, spoken.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: ask
    readonly property bool stacked: !Theme.portrait
    readonly property bool hinted: Theme.portrait && kiosk.preferences.text_step < 1

    text: kiosk.preferences.words.guide
    Accessible.description: kiosk.preferences.words.guide_hint
    enabled: kiosk.may_choose
    leftPadding: Theme.px(stacked ? 12 : 24)
    rightPadding: leftPadding
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)
    onClicked: kiosk.begin_guide()

    background: Rectangle {
        radius: ask.corner
        color: !ask.enabled ? Theme.disabledCard : ask.down ? Theme.brandPressed : Theme.brand
        border.width: Theme.line
        border.color: !ask.enabled || Theme.highContrast ? Theme.border : ask.background.color
    }
    contentItem: GridLayout {
        columns: ask.stacked ? 1 : 2
        columnSpacing: Theme.px(20)
        rowSpacing: 0
        IconImage {
            name: "volume-2"
            size: Theme.px(ask.stacked ? 44 : 60)
            Layout.alignment: ask.stacked ? Qt.AlignHCenter : Qt.AlignVCenter
            color: ask.enabled ? Theme.brandInk : Theme.disabledInk
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            WordText {
                text: ask.text
                color: ask.enabled ? Theme.brandInk : Theme.disabledInk
                font.pixelSize: Theme.type(ask.stacked ? (kiosk.preferences.text_step > 1 ? 24 : 28) : ask.hinted ? 34 : 30)
                font.weight: Font.Bold
                horizontalAlignment: ask.stacked ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            WordText {
                visible: ask.hinted
                text: kiosk.preferences.words.guide_hint
                color: ask.enabled ? Theme.brandInk : Theme.disabledInk
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
