// What has to be handed in: where the hall lists it, a press shows the list.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: fact
    property string title: ""
    property string words: ""
    readonly property bool leadsOn: enabled

    text: title + ", " + words
    implicitHeight: implicitContentHeight + 2 * Theme.px(22)
    topPadding: Theme.px(22)
    bottomPadding: Theme.px(22)
    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)

    background: Rectangle {
        radius: Theme.radius
        color: fact.down ? Theme.pressed : Theme.card
        border.width: fact.leadsOn ? Theme.strongLine : Theme.line
        border.color: fact.leadsOn ? Theme.brand : Theme.hairline
    }
    contentItem: RowLayout {
        spacing: Theme.px(24)
        IconDisc {
            name: "files"
            size: Theme.px(72)
            iconColor: Theme.brand
            color: Theme.tint
        }
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            WordText {
                text: fact.title
                color: Theme.soft
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            WordText {
                text: fact.words
                bold: true
                font.pixelSize: Theme.type(Theme.portrait ? 34 : 30)
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
