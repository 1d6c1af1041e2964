// No number: what the counter does instead, and what it is there for.
import QtQuick
import Kit

Item {
    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.px(10)
        WordText {
            width: parent.width
            text: sign.title
            color: sign.scene === "free" ? Theme.board.good : Theme.board.ink
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(84)
        }
        WordText {
            width: parent.width
            text: sign.title_beside
            color: Theme.board.sky
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(52)
        }
        Item { width: 1; height: Theme.px(12); visible: sign.text !== "" }
        Rectangle {
            visible: sign.text !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(140)
            height: Theme.px(6)
            radius: height / 2
            color: Theme.board.gold
        }
        Item { width: 1; height: Theme.px(12); visible: sign.text !== "" }
        WordText {
            width: parent.width
            visible: text !== ""
            text: sign.text
            color: Theme.board.ink
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(46)
        }
        WordText {
            width: parent.width
            visible: text !== ""
            text: sign.text_beside
            color: Theme.board.sky
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(36)
        }
        WordText {
            width: parent.width
            visible: text !== ""
            text: sign.services_line
            color: Theme.board.ink
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(34)
            topPadding: Theme.px(14)
        }
        WordText {
            width: parent.width
            visible: text !== ""
            text: sign.services_line_beside
            color: Theme.board.sky
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(28)
        }
    }
}
