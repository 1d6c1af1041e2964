// What the columns of the queues are, and where on the bars the promised wait lies.
import QtQuick
import Kit

Item {
    id: root
    implicitHeight: title.height + Theme.px(20)

    Heading {
        id: title
        x: Theme.px(28)
        y: Theme.px(10)
        vi: board.words.vi.queue_heading
        en: board.words.en.queue_heading
    }
    Column {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        NumberText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: board.words.vi.target_mark
            weight: 600
            color: Theme.board.ink
            font.pixelSize: Theme.board.leastSize
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(4)
            height: Theme.px(12)
            color: Theme.board.ink
        }
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
        NumberText {
            anchors.verticalCenter: parent.verticalCenter
            text: board.counts.waiting
            color: Theme.board.gold
            font.pixelSize: Theme.px(34)
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
}
