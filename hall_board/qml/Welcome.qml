// Stands where the gold row will be, before the day's first call.
import QtQuick
import Kit

Rectangle {
    implicitHeight: said.height + 2 * Theme.px(28)
    radius: Theme.px(26)
    color: Theme.board.card
    border.width: Theme.px(4)
    border.color: Theme.board.gold

    IconImage {
        id: icon
        anchors { left: parent.left; leftMargin: Theme.px(44); verticalCenter: parent.verticalCenter }
        name: "hand-heart"
        color: Theme.board.gold
        size: Theme.px(110)
        stroke: 1.5
    }
    Column {
        id: said
        anchors {
            left: icon.right; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(40); rightMargin: Theme.px(36)
        }
        TwoWords {
            width: parent.width
            vi: board.words.vi.welcome
            beside: board.words.beside.welcome
            size: Theme.px(52)
            smallSize: Theme.px(36)
            ink: Theme.board.gold
        }
        WordText {
            width: parent.width
            topPadding: Theme.px(8)
            text: board.words.vi.welcome_hint
            color: Theme.board.ink
            font.pixelSize: Theme.px(31)
        }
        WordText {
            width: parent.width
            text: board.words.beside.welcome_hint
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
        }
    }
}
