// The newest call: the one gold row of the board. It flashes white for a moment when it changes.
import QtQuick
import Kit

Rectangle {
    id: root
    readonly property var call: board.gold

    radius: Theme.px(26)
    color: Theme.board.gold
    implicitHeight: content.height + Theme.px(16)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: call.is_withdrawn ? call.number + ", " + board.words.vi.withdrawn
        : board.words.vi.now_calling + " " + call.number + ", "
        + board.words.vi.counter_heading + " " + call.counter

    Rectangle {
        anchors.fill: parent
        radius: parent.radius
        color: "white"
        visible: opacity > 0
        opacity: 0
        NumberAnimation on opacity { id: fading; objectName: "fading"; from: 0.85; to: 0; duration: 200; running: false }
    }
    Column {
        id: content
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(36); rightMargin: Theme.px(36)
        }
        Item {
            width: parent.width
            height: number.height
            NumberText {
                id: number
                text: root.call.number
                weight: 800
                color: Theme.board.goldInk
                font.pixelSize: Theme.board.callSize
            }
            IconImage {
                readonly property int room: parent.width - number.width - counter.width
                anchors.verticalCenter: number.verticalCenter
                visible: !root.call.is_withdrawn && size >= Theme.px(48)
                x: Math.round((number.width + parent.width - counter.width - width) / 2)
                name: "arrow-right"
                color: Theme.board.goldInk
                size: Math.min(Theme.px(84), room - Theme.px(16))
                stroke: 2.5
            }
            NumberText {
                id: counter
                anchors.right: parent.right
                visible: !root.call.is_withdrawn
                text: root.call.counter
                weight: 800
                color: Theme.board.goldInk
                font.pixelSize: Theme.board.callSize
            }
        }
        TwoWords {
            width: parent.width
            vi: root.call.is_withdrawn ? board.words.vi.withdrawn : root.call.name
            beside: root.call.is_withdrawn ? board.words.beside.withdrawn : root.call.name_beside
            size: Theme.px(33)
            ink: Theme.board.goldInk
            smallInk: Theme.board.goldInk
        }
        CallPlace {
            width: parent.width
            visible: root.call.place !== "" && !root.call.is_withdrawn
            call: root.call
            ink: Theme.board.goldInk
            size: Theme.px(40)
        }
    }
    Connections {
        target: board
        function onCalled() { if (!Theme.reduceMotion) fading.restart() }
    }
}
