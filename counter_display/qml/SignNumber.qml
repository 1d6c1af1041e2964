// The number that is called, in gold, and the words that call it.
import QtQuick
import Kit

Item {
    Connections {
        target: sign
        function onCalled() { blink.restart() }
    }

    NumberText {
        id: number
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: words.top }
        text: sign.number
        color: Theme.board.gold
        weight: 800
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.px(80)
        font.pixelSize: Theme.px(620)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    Column {
        id: words
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.px(6)
        WordText {
            width: parent.width
            text: sign.title
            color: Theme.board.ink
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(72)
        }
        WordText {
            width: parent.width
            text: sign.title_beside
            color: Theme.board.sky
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(48)
        }
    }
    SequentialAnimation {
        id: blink
        loops: Theme.reduceMotion ? 1 : 4
        NumberAnimation { target: number; property: "opacity"; to: Theme.reduceMotion ? 1 : 0.25; duration: Theme.motion; easing.type: Easing.InOutQuad }
        NumberAnimation { target: number; property: "opacity"; to: 1; duration: Theme.motion; easing.type: Easing.InOutQuad }
        PauseAnimation { duration: Theme.reduceMotion ? 0 : 420 }
    }
}
