// A picture or clip of the playlist in its place, its caption beneath.
import QtQuick
import Kit
import Playlist

Rectangle {
    id: root
    property var reel: null
    readonly property bool isShowing: reel !== null && reel.is_showing

    color: Theme.board.card
    clip: true

    FramePicture {
        id: picture
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: caption.visible ? caption.top : parent.bottom }
        anchors.margins: Theme.px(8)
        reel: root.reel
        onWidthChanged: if (root.reel) root.reel.fit(width, height)
        onHeightChanged: if (root.reel) root.reel.fit(width, height)
        Accessible.role: Accessible.Graphic
        Accessible.name: root.reel ? root.reel.caption : ""
    }
    Rectangle {
        id: caption
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: root.isShowing && root.reel.caption !== ""
        height: visible ? words.height + Theme.px(24) : 0
        color: Theme.board.bar
        TwoWords {
            id: words
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(28) }
            vi: root.reel ? root.reel.caption : ""
            beside: root.reel ? root.reel.caption_beside : ""
            ink: Theme.board.barInk
            smallInk: Theme.board.barInk
        }
    }
}
