// A call before the newest: number, service, counter; quieter when the visit is over.
import QtQuick
import Kit

Rectangle {
    id: root
    required property var modelData
    readonly property var call: modelData
    readonly property int digits: Math.min(Math.round(height / 1.06), Theme.px(112))

    radius: Theme.px(20)
    color: Theme.board.card
    Accessible.role: Accessible.StaticText
    Accessible.name: call.number + ", " + board.words.vi.counter_heading + " " + call.counter

    NumberText {
        id: number
        anchors { left: parent.left; leftMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        text: root.call.number
        color: root.call.is_over ? Theme.board.sky : Theme.board.ink
        font.pixelSize: root.digits
        lineHeight: 0.86
    }
    CallName {
        anchors {
            left: number.right; right: sound.left; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(32); rightMargin: Theme.px(16)
        }
        room: root.height
        call: root.call
    }
    IconImage {
        id: sound
        anchors {
            right: parent.right; rightMargin: Theme.px(190); verticalCenter: parent.verticalCenter
        }
        visible: root.call.is_spoken
        name: "volume-2"
        color: Theme.board.gold
        size: Theme.px(48)
    }
    NumberText {
        anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        text: root.call.counter
        color: root.call.is_over ? Theme.board.sky : Theme.board.gold
        font.pixelSize: root.digits
        lineHeight: 0.86
    }
}
