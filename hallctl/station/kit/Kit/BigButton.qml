// A button with words and an icon. kind: "primary" | "gold" | "plain" | "deep".
import QtQuick

PressArea {
    id: button
    property string iconName: ""
    property string kind: "primary"
    property int textSize: Theme.buttonSize
    property bool checkedLook: false
    property bool iconOnly: false
    property bool iconLast: false
    readonly property color face: !enabled ? Theme.disabledCard
        : kind === "primary" ? (down ? Theme.brandPressed : Theme.brand)
        : kind === "gold" ? (down ? Theme.goldPressed : Theme.gold)
        : kind === "deep" ? (down ? Theme.brand : Theme.deep)
        : checkedLook ? Theme.tint : down ? Theme.pressed : Theme.card
    readonly property color inkColor: !enabled ? Theme.disabledInk
        : kind === "primary" ? Theme.brandInk
        : kind === "gold" ? Theme.goldInk
        : kind === "deep" ? (down ? Theme.brandInk : Theme.deepInk)
        : Theme.ink

    leftPadding: iconOnly ? Theme.px(16) : Theme.px(30)
    rightPadding: leftPadding
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)

    background: Rectangle {
        radius: button.corner
        color: button.face
        border.width: button.kind === "plain" && button.checkedLook ? Theme.strongLine : Theme.line
        border.color: !button.enabled ? Theme.border
            : button.kind === "plain" ? (button.checkedLook ? Theme.brand : Theme.border)
            : button.kind === "gold" ? Theme.goldEdge
            : Theme.highContrast ? Theme.border : button.face
    }
    contentItem: Item {
        implicitWidth: row.spacing + mark.width + Math.ceil(words.implicitWidth)
        implicitHeight: Math.max(mark.height, words.height)
        Row {
            id: row
            anchors.centerIn: parent
            layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight
            spacing: mark.visible && words.visible ? Theme.px(18) : 0
            IconImage {
                id: mark
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.iconName
                color: button.inkColor
                size: visible ? Theme.px(46) : 0
            }
            WordText {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: button.iconOnly ? "" : button.text
                width: Math.min(Math.ceil(implicitWidth),
                                button.availableWidth - mark.width - row.spacing)
                color: button.inkColor
                bold: true
                font.pixelSize: button.textSize
                horizontalAlignment: mark.visible ? Text.AlignLeft : Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
