// A call before the newest: number, service, counter; quieter when the visit is over.
import QtQuick
import Kit

Item {
    id: root
    required property var row
    required property int index
    readonly property var call: row
    property bool isFirst: index === 0
    // Half as wide: the number and its counter, without the name.
    property bool isNarrow: false
    readonly property int digits: Math.min(Math.floor(height / 1.215), Theme.px(isNarrow ? 84 : 112))

    Accessible.role: Accessible.StaticText
    Accessible.name: call.number + ", " + board.words.vi.counter_heading + " " + call.counter

    Rectangle {
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(30); rightMargin: Theme.px(30) }
        height: Theme.px(2)
        visible: !root.isFirst
        color: Theme.board.raised
    }
    NumberText {
        id: number
        anchors { left: parent.left; leftMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        text: root.call.number
        color: root.call.is_over ? Theme.board.sky : Theme.board.ink
        font.pixelSize: root.digits
    }
    CallName {
        visible: !root.isNarrow
        anchors {
            left: parent.left; right: sound.visible ? sound.left : counter.left; verticalCenter: parent.verticalCenter
            leftMargin: Math.max(number.x + number.width + Theme.px(24), Math.round(root.digits * 3.5))
            rightMargin: Theme.px(sound.visible ? 10 : 24)
        }
        room: root.height - Theme.px(4)
        call: root.call
    }
    IconImage {
        id: sound
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.rightMargin: Theme.px(36) + Math.round(root.digits * 1.35)
        visible: root.call.is_spoken && !root.isNarrow
        name: "volume-2"
        color: Theme.board.gold
        size: Theme.px(48)
    }
    NumberText {
        id: counter
        visible: !root.call.is_withdrawn
        anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        text: root.call.counter
        color: root.call.is_over ? Theme.board.sky : Theme.board.gold
        font.pixelSize: root.digits
    }
}
