// What the camera sees now, with a frame to hold the code in, and a tick once it is read.
import QtQuick
import Kit

Item {
    id: view
    readonly property bool read: kiosk.camera.has_read

    Rectangle {
        anchors.fill: parent
        radius: Theme.smallRadius
        color: Theme.deep
    }
    Image {
        anchors.fill: parent
        anchors.margins: Theme.px(6)
        visible: kiosk.camera.is_on
        cache: false
        asynchronous: false
        fillMode: Image.PreserveAspectCrop
        source: visible ? "image://camera/" + kiosk.camera.turn : ""
        Accessible.ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.78
        height: width
        color: "transparent"
        radius: Theme.smallRadius
        border.width: Theme.px(view.read ? 10 : 6)
        border.color: view.read ? Theme.board.good : Theme.gold
    }
    Rectangle {
        anchors.centerIn: parent
        visible: view.read
        width: Theme.px(120)
        height: width
        radius: width / 2
        color: Theme.good
        IconImage { anchors.centerIn: parent; name: "check"; size: Theme.px(80); color: Theme.page }
    }
}
