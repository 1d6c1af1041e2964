// One priority group to touch.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: choice
    property string group: ""
    readonly property var icons: ({ merit: "medal", elderly: "glasses", disabled: "accessibility",
                                    pregnant: "baby", poor: "hand-heart", child: "blocks" })

    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)
    topPadding: Theme.px(12)
    bottomPadding: Theme.px(12)
    onClicked: kiosk.choose_group(group)

    background: Rectangle {
        radius: choice.corner
        color: choice.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
        SoftShadow {}
    }
    contentItem: RowLayout {
        spacing: Theme.px(28)
        IconDisc {
            size: Theme.px(72)
            name: choice.group ? choice.icons[choice.group] || "heart-handshake" : "lock-keyhole"
            iconColor: Theme.highContrast ? Theme.gold : Theme.goldEdge
            color: Theme.goldTint
        }
        WordText {
            text: choice.text
            font.pixelSize: Theme.type(34)
            bold: true
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        IconImage { name: "chevron-right"; size: Theme.px(44); color: Theme.soft }
    }
}
