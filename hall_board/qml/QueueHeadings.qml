// What the columns of the queues are, and the ruler of their bars: up to the promised wait, and beyond.
import QtQuick
import Kit

Item {
    implicitHeight: ruler.y + ruler.height

    Heading {
        id: title
        x: Theme.px(28)
        y: Theme.px(2)
        vi: board.words.vi.queue_heading + ": " + board.queues.waiting
        beside: board.words.beside.queue_heading
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.px(28 + 140); verticalCenter: title.verticalCenter }
        spacing: Theme.px(12)
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "users"
            color: Theme.board.sky
            size: Theme.px(38)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: board.words.vi.people_unit
            wrapMode: Text.NoWrap
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
        }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: title.verticalCenter }
        spacing: Theme.px(10)
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "clock"
            color: Theme.board.sky
            size: Theme.px(38)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: board.words.vi.minutes_unit
            wrapMode: Text.NoWrap
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
        }
    }
    Item {
        id: ruler
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(28); rightMargin: Theme.px(28) }
        y: title.y + title.height
        height: within.height + Theme.px(8)

        WordText {
            id: within
            text: board.words.vi.ruler_within
            wrapMode: Text.NoWrap
            color: Theme.board.good
            font.weight: Font.Medium
            font.pixelSize: Theme.board.leastSize
        }
        WordText {
            anchors.right: parent.right
            text: board.words.vi.ruler_beyond
            wrapMode: Text.NoWrap
            color: Theme.board.warn
            font.weight: Font.Medium
            font.pixelSize: Theme.board.leastSize
        }
        NumberText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: board.words.vi.target_mark
            weight: 700
            color: Theme.board.ink
            font.pixelSize: Theme.board.leastSize
        }
        WaitBar {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: Theme.px(12)
        }
    }
}
