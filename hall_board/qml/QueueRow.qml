// One service: its letter, how many wait, how long a newcomer will; the bar's middle is the promise.
import QtQuick
import Kit

Item {
    id: root
    required property var modelData
    readonly property var queue: modelData
    property bool inEnglish: true
    readonly property int barSpace: Theme.px(12)
    readonly property int plainHeight: vi.implicitHeight + barSpace
    readonly property int fullHeight: plainHeight + (en.text ? en.implicitHeight : 0)
    readonly property color tint: queue.tone === "warn" ? Theme.board.warn
        : queue.tone === "good" ? Theme.board.good : Theme.board.sky

    implicitHeight: inEnglish ? fullHeight : plainHeight

    Item {
        anchors {
            left: parent.left; right: parent.right; leftMargin: Theme.px(28); rightMargin: Theme.px(28)
            top: parent.top; bottom: bar.top
        }
        Rectangle {
            id: badge
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(46)
            height: Math.min(Theme.px(46), parent.height - Theme.px(2))
            radius: Theme.px(10)
            color: Theme.board.raised
            NumberText {
                anchors.centerIn: parent
                text: root.queue.letter
                color: Theme.board.gold
                font.pixelSize: Theme.px(30)
            }
        }
        Column {
            anchors {
                left: badge.right; right: waiting.left; verticalCenter: parent.verticalCenter
                leftMargin: Theme.px(18); rightMargin: Theme.px(8)
            }
            WordText {
                id: vi
                width: parent.width
                text: root.queue.name
                color: Theme.board.ink
                font.pixelSize: Theme.px(30)
                lineHeight: 0.95
            }
            WordText {
                id: en
                width: parent.width
                visible: root.inEnglish && text !== ""
                text: root.queue.name_en
                color: Theme.board.sky
                font.pixelSize: Theme.board.leastSize
                lineHeight: 0.95
            }
        }
        NumberText {
            id: waiting
            anchors { right: minutes.left; verticalCenter: parent.verticalCenter }
            width: Theme.px(110)
            horizontalAlignment: Text.AlignRight
            text: root.queue.waiting
            color: root.queue.has_waiting ? Theme.board.ink : Theme.board.sky
            font.pixelSize: Theme.px(36)
            lineHeight: 0.9
        }
        NumberText {
            id: minutes
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: Theme.px(120)
            horizontalAlignment: Text.AlignRight
            text: root.queue.minutes
            color: root.tint
            font.pixelSize: Theme.px(36)
            lineHeight: 0.9
        }
    }
    WaitBar {
        id: bar
        anchors {
            left: parent.left; right: parent.right; bottom: parent.bottom
            leftMargin: Theme.px(28); rightMargin: Theme.px(28); bottomMargin: Theme.px(3)
        }
        drawn: root.queue.drawn
        tint: root.tint
    }
}
