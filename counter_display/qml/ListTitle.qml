// What a list of numbers is and how many they are; a button beside it shows those that have no room.
import QtQuick
import Kit

Item {
    id: title
    property string text: ""
    property int hidden: 0
    property bool isOpen: true

    signal asked()

    implicitHeight: Math.max(words.implicitHeight, all.visible ? all.height : 0)

    WordText {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: title.width - (all.visible ? all.width + Theme.px(8) : 0)
        text: title.text
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(20)
        font.pixelSize: Theme.type(Theme.portrait ? 22 : 28)
    }
    PressArea {
        id: all
        visible: title.hidden > 0
        enabled: title.isOpen
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        height: Theme.px(Theme.portrait ? 60 : 62)
        focusPolicy: Qt.TabFocus
        text: panel.preferences.words.see_all + ": " + title.text
        corner: height / 2
        leftPadding: Theme.px(14)
        rightPadding: Theme.px(10)
        onClicked: title.asked()

        background: Rectangle {
            radius: all.corner
            color: !all.enabled ? Theme.disabledCard : all.down ? Theme.pressed : Theme.tint
            border.width: Theme.line
            border.color: Theme.border
        }
        contentItem: Item {
            implicitWidth: more.implicitWidth
            Row {
                id: more
                anchors.centerIn: parent
                spacing: Theme.px(4)
                WordText {
                    text: "+" + title.hidden
                    color: all.enabled ? Theme.ink : Theme.disabledInk
                    bold: true
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.px(Theme.portrait ? 20 : 26)
                    Accessible.ignored: true
                }
                IconImage {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "chevron-right"
                    color: all.enabled ? Theme.brand : Theme.disabledInk
                    size: Theme.px(Theme.portrait ? 22 : 28)
                }
            }
        }
    }
}
