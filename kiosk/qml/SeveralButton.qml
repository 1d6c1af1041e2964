// The quiet way to one number for several things.
import QtQuick
import Kit

PressArea {
    id: button
    text: kiosk.preferences.words.several
    Accessible.description: kiosk.preferences.words.several_hint
    enabled: kiosk.may_choose && kiosk.online
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.px(10))
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(24)
    rightPadding: Theme.px(24)
    onClicked: kiosk.several.begin()

    background: Rectangle {
        radius: button.corner
        color: !button.enabled ? Theme.disabledCard : button.down ? Theme.pressed : Theme.tint
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(14)
            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                name: "list-checks"
                color: button.enabled ? Theme.brand : Theme.disabledInk
                size: Theme.px(40)
            }
            WordText {
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                color: button.enabled ? Theme.ink : Theme.disabledInk
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.leastSize
                Accessible.ignored: true
            }
        }
    }
}
