// A QR code on its white ground; shows nothing while there is no text.
import QtQuick

Rectangle {
    id: root
    property string text: ""
    property int size: Theme.px(200)

    width: size
    height: size
    radius: Theme.smallRadius
    color: "#FFFFFF"
    visible: text !== ""

    Image {
        anchors.centerIn: parent
        sourceSize: Qt.size(root.size, root.size)  // its own quiet zone is its margin
        source: root.text ? "image://kit/qr/" + encodeURIComponent(root.text) : ""
        smooth: false
    }
}
