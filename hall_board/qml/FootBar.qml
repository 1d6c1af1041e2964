// The hall's notices running by; while the line is broken, since when, instead.
import QtQuick
import Kit

Rectangle {
    id: bar
    readonly property bool offline: board.state.is_offline && board.state.as_of !== ""

    implicitHeight: Theme.px(Theme.portrait ? 88 : 68)
    color: offline ? Theme.warn : Theme.board.bar
    clip: true

    Marquee {
        objectName: "marquee"
        anchors { left: parent.left; right: fault.visible ? fault.left : parent.right }
        height: parent.height
        visible: !bar.offline
        notices: board.hall.notices
    }
    OfflineNote {
        anchors.centerIn: parent
        visible: bar.offline
    }
    SoundFault {
        id: fault
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        visible: board.state.sound_fault !== "" && !bar.offline
    }
}
