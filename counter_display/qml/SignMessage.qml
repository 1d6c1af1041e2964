// No number: what the counter does instead, and what it is there for.
import QtQuick
import Kit

Item {
    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.px(18)
        SignPair {
            text: sign.title
            beside: sign.title_beside
            color: sign.scene === "free" ? Theme.board.good : Theme.board.ink
            weight: Font.Bold
            size: Theme.px(84)
            sizeBeside: Theme.px(52)
        }
        Rectangle {
            visible: sign.text !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(140)
            height: Theme.px(6)
            radius: height / 2
            color: Theme.board.gold
        }
        SignPair {
            text: sign.text
            beside: sign.text_beside
            size: Theme.px(46)
            sizeBeside: Theme.px(36)
        }
        SignPair {
            text: sign.services_line
            beside: sign.services_line_beside
            size: Theme.px(34)
            sizeBeside: Theme.px(28)
        }
    }
}
