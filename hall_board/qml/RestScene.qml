// The closed hall, and the board before its first word from the hall.
import QtQuick
import Kit

Item {
    id: scene
    readonly property bool closed: board.state.scene === "closed"
    readonly property string key: closed ? "closed" : "connecting"
    readonly property bool showsCounts: closed && board.hall.has_counts

    Column {
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            verticalCenterOffset: scene.showsCounts ? -figures.height / 2 : 0
        }
        spacing: Theme.px(10)
        IconImage {
            anchors.horizontalCenter: parent.horizontalCenter
            name: scene.closed ? "moon-star" : "radio-tower"
            color: Theme.board.gold
            size: Theme.px(150)
            stroke: 1.5
        }
        WordText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: board.words.vi[scene.key]
            bold: true
            color: Theme.board.ink
            font.pixelSize: Theme.px(92)
        }
        WordText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: board.words.en[scene.key]
            color: Theme.board.sky
            font.pixelSize: Theme.px(54)
        }
        WordText {
            width: parent.width
            topPadding: Theme.px(24)
            horizontalAlignment: Text.AlignHCenter
            text: board.words.vi[scene.key + "_hint"]
            color: Theme.board.ink
            font.pixelSize: Theme.px(40)
        }
        WordText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: board.words.en[scene.key + "_hint"]
            color: Theme.board.sky
            font.pixelSize: Theme.px(32)
        }
    }
    FiguresStrip {
        id: figures
        visible: scene.showsCounts
        y: parent.height - height
        width: parent.width
        height: implicitHeight
    }
}
