// How many of how many: the share, the numbers behind it with their bar, and what they count.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: root
    property string share: ""
    property string behind: ""
    property real drawn: 0
    property string tone: "soft"
    property string name: ""
    readonly property color tint: tone === "good" ? Theme.board.good
        : tone === "warn" ? Theme.board.warn : Theme.board.sky

    spacing: Theme.px(18)
    NumberText {
        text: root.share
        weight: 800
        color: root.tint
        font.pixelSize: Theme.px(68)
    }
    Column {
        visible: root.behind !== ""
        spacing: Theme.px(6)
        NumberText {
            id: numbers
            text: root.behind
            color: Theme.board.ink
            font.pixelSize: Theme.px(36)
        }
        Rectangle {
            width: numbers.width
            height: Theme.px(8)
            radius: height / 2
            color: Theme.board.raised
            Rectangle {
                width: Math.round(parent.width * root.drawn)
                height: parent.height
                radius: parent.radius
                color: root.tint
            }
        }
    }
    FigureWords {
        vi: board.words.vi[root.name]
        beside: board.words.beside[root.name]
    }
}
