// Says that a number is called once more.
import QtQuick
import Kit

Rectangle {
    height: row.height + Theme.px(4)
    width: row.width + Theme.px(36)
    radius: height / 2
    color: Theme.board.goldInk
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(12)
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "bell-ring"
            color: Theme.board.gold
            size: Theme.px(32)
        }
        WordText {
            text: board.words.vi.called_again
            bold: true
            color: Theme.board.gold
            font.pixelSize: Theme.px(30)
            wrapMode: Text.NoWrap
        }
        WordText {
            text: board.words.en.called_again
            color: Theme.board.gold
            font.pixelSize: Theme.px(30)
            wrapMode: Text.NoWrap
        }
    }
}
