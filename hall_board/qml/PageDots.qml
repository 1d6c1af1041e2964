// Which page of several is shown.
import QtQuick
import Kit

Row {
    id: root
    property int count: 1
    property int current: 0

    height: Theme.px(30)
    spacing: Theme.px(14)
    Repeater {
        model: root.count
        Rectangle {
            required property int index
            width: Theme.px(index === root.current ? 40 : 14)
            height: Theme.px(14)
            radius: height / 2
            color: index === root.current ? Theme.board.gold : Theme.board.line
        }
    }
}
