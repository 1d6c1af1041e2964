// One service to touch: icon, letter, name, and its queue. Roomy where there is room.
import QtQuick
import Kit

PressArea {
    id: tile
    required property int index
    required property string service
    required property string letter
    required property string iconName
    required property string name
    required property string otherName
    required property string status
    required property string tone
    required property bool open
    readonly property bool roomy: height >= Theme.type(365)
    readonly property bool large: height >= Theme.type(245)
    readonly property bool asking: kiosk.under_way === service
    readonly property bool silent: !kiosk.online && (open || !kiosk.alone)
    readonly property bool off: !open || (!kiosk.online && !kiosk.alone)
    readonly property bool picked: kiosk.several.picked.indexOf(service) >= 0
    readonly property int inset: Theme.px(roomy ? 32 : large ? 26 : 18)

    text: name
    enabled: kiosk.may_choose && open
    Accessible.name: name + ". " + (silent ? "" : status)
    Accessible.checkable: kiosk.several.is_on
    Accessible.checked: picked
    onClicked: kiosk.take_number(service)

    background: Rectangle {
        radius: tile.corner
        color: tile.off ? Theme.disabledCard : tile.down || tile.asking ? Theme.pressed
             : tile.picked ? Theme.tint : Theme.card
        border.width: tile.asking || tile.picked ? Theme.strongLine : Theme.line
        border.color: tile.asking || tile.picked ? Theme.brand : Theme.border
        SoftShadow { visible: !tile.off && !Theme.highContrast }
    }
    contentItem: Item {
        TileMark {
            id: mark
            x: tile.inset
            y: tile.inset
            iconName: tile.picked ? "check" : tile.iconName
            letter: tile.letter
            wide: tile.roomy
            large: tile.large
            height: tile.roomy ? Theme.px(104)
                               : (tile.silent ? tile.height - tile.inset : queue.y - Theme.px(6)) - y
            inkColor: tile.off ? Theme.disabledInk : Theme.brand
            color: tile.off ? Theme.disabledCard : Theme.tint
        }
        WordText {
            id: title
            x: tile.roomy ? tile.inset : mark.x + mark.width + Theme.px(20)
            y: tile.roomy ? mark.y + mark.height + Theme.px(20) : mark.y
            width: tile.width - x - Theme.px(26)
            height: (tile.roomy ? queue.y - y : mark.height) - Theme.px(4)
            verticalAlignment: tile.roomy ? Text.AlignTop : Text.AlignVCenter
            wrapMode: Text.WordWrap
            fontSizeMode: Text.Fit
            minimumPixelSize: tile.open ? Theme.type(24) : Theme.px(20)
            text: tile.name
            color: tile.off ? Theme.disabledInk : Theme.ink
            font.pixelSize: tile.roomy ? Theme.type(54) : tile.large ? Theme.tileSize : Theme.type(32)
            font.weight: Font.Bold
        }
        WordText {
            visible: tile.roomy && text !== "" && y + height + Theme.px(10) < queue.y
            x: tile.inset
            y: title.y + title.contentHeight + Theme.px(4)
            width: title.width
            text: tile.otherName
            color: tile.off ? Theme.disabledInk : Theme.soft
            font.pixelSize: Theme.type(34)
        }
        StatusDot {
            id: queue
            visible: !tile.silent && !tile.asking
            x: tile.inset
            y: tile.height - tile.inset - height
            width: tile.width - 2 * tile.inset
            textSize: !tile.open ? Theme.px(24) : tile.roomy ? Theme.buttonSize : Theme.portrait || tile.large ? Theme.statusSize : Theme.leastSize
            tone: tile.tone
            text: tile.status
        }
        StatusDot {
            visible: tile.asking
            x: queue.x
            y: tile.height - tile.inset - height
            width: queue.width
            textSize: queue.textSize
            tone: "soft"
            iconName: "hourglass"
            text: kiosk.preferences.words.asking
        }
    }
}
