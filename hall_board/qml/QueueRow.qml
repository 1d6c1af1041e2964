// One service: its letter, how many wait, how long a newcomer will; the bar's middle is the promise.
import QtQuick
import Kit

Item {
    id: root
    required property var row
    required property int index
    readonly property var queue: row
    property bool withBeside: true
    readonly property int plainHeight: Math.max(vi.implicitHeight, minutes.implicitHeight) + Theme.px(6)
    readonly property int fullHeight: second.text
        ? Math.max(plainHeight, vi.implicitHeight + second.implicitHeight + Theme.px(8)) : plainHeight
    readonly property color tint: queue.tone === "warn" ? Theme.board.warn
        : queue.tone === "good" ? Theme.board.good : Theme.board.sky

    implicitHeight: withBeside ? fullHeight : plainHeight

    Item {
        anchors {
            left: parent.left; right: parent.right; bottom: bar.top
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        height: Math.min(parent.height - bar.height, root.implicitHeight - bar.height)
        ServiceLetter {
            id: badge
            anchors.verticalCenter: parent.verticalCenter
            letter: root.queue.letter
        }
        Column {
            anchors {
                left: badge.right; right: waiting.left; verticalCenter: parent.verticalCenter
                leftMargin: Theme.px(18)
            }
            WordText {
                id: vi
                width: parent.width
                text: root.queue.name
                color: Theme.board.ink
                font.pixelSize: Theme.px(30)
                font.weight: Font.Medium
                lineHeight: 0.94
            }
            WordText {
                id: second
                width: parent.width
                visible: root.withBeside && text !== ""
                text: root.queue.name_beside
                color: Theme.board.sky
                font.pixelSize: Theme.board.leastSize
                lineHeight: 0.94
            }
        }
        NumberText {
            id: waiting
            anchors { right: minutes.left; verticalCenter: parent.verticalCenter }
            width: Theme.px(96)
            horizontalAlignment: Text.AlignRight
            text: root.queue.waiting
            color: root.queue.has_waiting ? Theme.board.ink : Theme.board.sky
            font.pixelSize: Theme.px(32)
        }
        WordText {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: root.queue.tone === "soft"
            text: board.words.vi.no_counter
            wrapMode: Text.NoWrap
            color: root.tint
            font.pixelSize: Theme.board.leastSize
        }
        NumberText {
            id: minutes
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: root.queue.tone !== "soft"
            width: Theme.px(140)
            horizontalAlignment: Text.AlignRight
            text: root.queue.minutes
            color: root.tint
            font.pixelSize: Theme.px(32)
        }
    }
    WaitBar {
        id: bar
        anchors {
            left: parent.left; right: parent.right; bottom: parent.bottom
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        height: Theme.px(8)
        drawn: root.queue.drawn
        tint: root.tint
    }
}
