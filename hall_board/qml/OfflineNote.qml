// The line to the hall is broken: what is shown is of that time.
import QtQuick
import Kit

Row {
    spacing: Theme.px(20)
    IconImage {
        anchors.verticalCenter: parent.verticalCenter
        name: "wifi-off"
        color: Theme.board.barInk
        size: Theme.px(42)
    }
    Grid {
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(20)
        verticalItemAlignment: Grid.AlignVCenter
        WordText {
            text: board.words.vi.offline + " " + board.state.as_of
            bold: true
            wrapMode: Text.NoWrap
            color: Theme.board.barInk
            font.pixelSize: Theme.px(Theme.portrait ? 30 : 34)
        }
        WordText {
            text: board.words.beside.offline + " " + board.state.as_of
            wrapMode: Text.NoWrap
            color: Theme.board.barInk
            font.pixelSize: Theme.board.leastSize
        }
    }
}
