// How many were called within the promised wait: the share, the numbers behind it, the bar.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: root
    readonly property color tint: board.counts.on_time_tone === "good" ? Theme.board.good
        : board.counts.on_time_tone === "warn" ? Theme.board.warn : Theme.board.sky

    spacing: Theme.px(18)
    NumberText {
        text: board.counts.on_time
        weight: 800
        color: root.tint
        font.pixelSize: Theme.px(68)
    }
    Column {
        visible: board.counts.on_time_of !== ""
        spacing: Theme.px(6)
        NumberText {
            id: behind
            text: board.counts.on_time_of
            color: Theme.board.ink
            font.pixelSize: Theme.px(36)
        }
        Rectangle {
            width: behind.width
            height: Theme.px(8)
            radius: height / 2
            color: Theme.board.raised
            Rectangle {
                width: Math.round(parent.width * board.counts.on_time_drawn)
                height: parent.height
                radius: parent.radius
                color: root.tint
            }
        }
    }
    FigureWords {
        vi: board.words.vi.on_time
        en: board.words.en.on_time
    }
}
