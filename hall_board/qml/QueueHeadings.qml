// What the columns of the queues are, and where the promised wait lies.
import QtQuick
import Kit

Item {
    id: root
    implicitHeight: Math.max(title.height, people.height) + Theme.px(26)

    TwoWords {
        id: title
        anchors { left: parent.left; leftMargin: Theme.px(28); top: parent.top; topMargin: Theme.px(14) }
        width: root.width * 0.4
        vi: board.words.vi.queue_heading
        en: board.words.en.queue_heading
        ink: Theme.board.sky
    }
    IconImage {
        id: people
        anchors { right: parent.right; rightMargin: Theme.px(28 + 120); verticalCenter: title.verticalCenter }
        name: "users"
        color: Theme.board.sky
        size: Theme.px(40)
    }
    IconImage {
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: title.verticalCenter }
        name: "clock"
        color: Theme.board.sky
        size: Theme.px(40)
    }
}
