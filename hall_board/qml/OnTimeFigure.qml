// How many were called within the promised wait: the share, the numbers behind it, the bar.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(26)
    NumberText {
        text: board.counts.on_time
        weight: 800
        color: Theme.board.good
        font.pixelSize: Theme.px(96)
        lineHeight: 0.9
    }
    ColumnLayout {
        spacing: Theme.px(2)
        Layout.fillWidth: true
        NumberText {
            visible: text !== ""
            text: board.counts.on_time_of
            color: Theme.board.ink
            font.pixelSize: Theme.px(40)
            lineHeight: 0.92
        }
        Rectangle {
            height: Theme.px(8)
            radius: height / 2
            color: Theme.board.raised
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.px(4)
            Rectangle {
                width: Math.round(parent.width * board.counts.on_time_drawn)
                height: parent.height
                radius: parent.radius
                color: Theme.board.good
            }
        }
        WordText {
            text: board.words.vi.on_time
            color: Theme.board.ink
            font.pixelSize: Theme.px(30)
            Layout.fillWidth: true
        }
        WordText {
            text: board.words.en.on_time
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
            Layout.fillWidth: true
        }
    }
}
