// The wall board: who is called now, who waits, how the day goes; legible from across the hall.
import QtQuick
import Kit

ScreenRoot {
    emergency: board.emergency
    color: Theme.board.ground

    Binding { target: Theme; property: "reduceMotion"; value: board.reduce_motion }

    BoardHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
    }
    Item {
        anchors {
            left: parent.left; right: parent.right; top: header.bottom; bottom: foot.top
            leftMargin: Theme.px(40); rightMargin: Theme.px(40)
            topMargin: Theme.px(14); bottomMargin: Theme.px(20)
        }
        Loader {
            anchors.fill: parent
            active: board.state.scene === "open"
            source: "OpenScene.qml"
        }
        Loader {
            anchors.fill: parent
            active: board.state.scene !== "open"
            source: "RestScene.qml"
        }
    }
    DepartmentScreen {
        objectName: "table"
        anchors.fill: parent
        visible: board.state.scene === "open" && board.hall.has_dossiers && (board.calm.shows_table || board.hall.is_table)
        z: 40
    }
    PlaylistPicture {
        objectName: "screenPicture"
        anchors.fill: parent
        visible: isShowing
        z: 50
        color: Theme.board.ground
        reel: board.playing.screen
    }
    FootBar {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
}
