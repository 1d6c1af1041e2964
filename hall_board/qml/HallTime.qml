// The hall's clock and date; the digits never move.
import QtQuick
import Kit

Row {
    id: root
    readonly property var day: board.clock.date.split(", ")

    spacing: Theme.px(28)
    visible: board.clock.date !== ""

    Column {
        visible: !Theme.portrait
        anchors.verticalCenter: parent.verticalCenter
        WordText {
            anchors.right: parent.right
            text: root.day[0]
            wrapMode: Text.NoWrap
            color: Theme.board.sky
            font.pixelSize: Theme.px(30)
        }
        NumberText {
            anchors.right: parent.right
            text: root.day.length > 1 ? root.day[1] : ""
            weight: 500
            color: Theme.board.sky
            font.pixelSize: Theme.px(30)
        }
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        Row {
            anchors.right: parent.right
            NumberText {
                id: time
                text: board.clock.time
                color: Theme.board.ink
                font.pixelSize: Theme.px(76)
            }
            NumberText {
                anchors.baseline: time.baseline
                text: board.clock.time_with_seconds.slice(5)
                weight: 500
                color: Theme.board.sky
                font.pixelSize: Theme.px(40)
            }
        }
        WordText {
            anchors.right: parent.right
            visible: Theme.portrait
            text: board.clock.date
            wrapMode: Text.NoWrap
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
        }
    }
}
