// One answer: a face and its words.
import QtQuick
import Kit

PressArea {
    id: button
    property int level: 3
    property string tone: "soft"
    property bool isChosen: false
    readonly property color faceColor: tone === "soft" ? Theme.brand : Theme.tone(tone)

    Accessible.checkable: true
    Accessible.checked: isChosen
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)

    background: Rectangle {
        radius: button.corner
        color: button.isChosen || button.down ? Theme.toneTint(button.tone) : Theme.card
        border.width: button.isChosen || button.down ? Theme.strongLine : Theme.line
        border.color: button.isChosen || button.down ? button.faceColor : Theme.border
        SoftShadow { visible: !Theme.highContrast }
    }
    contentItem: Item {
        FaceImage {
            id: face
            level: button.level
            color: button.faceColor
            size: Theme.portrait ? Math.min(Theme.px(150), parent.height - Theme.px(28))
                                 : Math.min(parent.width - Theme.px(20), Theme.px(250),
                                            parent.height - words.height - Theme.px(60))
            x: Theme.portrait ? Theme.px(48) : (parent.width - width) / 2
            y: Theme.portrait ? (parent.height - height) / 2
                              : (parent.height - height - words.height - Theme.px(28)) / 2
        }
        WordText {
            id: words
            text: button.text
            bold: true
            font.pixelSize: Theme.portrait ? Theme.type(44) : Math.min(Theme.type(36), Theme.px(40))
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            x: Theme.portrait ? face.x + face.width + Theme.px(48) : 0
            width: parent.width - x
            y: Theme.portrait ? (parent.height - height) / 2 : face.y + face.height + Theme.px(28)
            Accessible.ignored: true
        }
    }
}
