// A ticket coming out of its slot.
import QtQuick
import Kit

Item {
    id: drawing
    property string number: "A017"
    property real scaling: 1
    function u(length: real): int { return Math.round(Theme.px(length) * scaling) }

    implicitWidth: u(220)
    implicitHeight: u(200)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: drawing.u(26)
        width: drawing.u(140)
        height: drawing.u(168)
        color: "#FFFFFF"
        border.width: Theme.line
        border.color: "#8494A8"
        NumberText {
            anchors.horizontalCenter: parent.horizontalCenter
            y: drawing.u(30)
            text: drawing.number
            color: "#0D1B2A"
            font.pixelSize: drawing.u(44)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            width: parent.width - drawing.u(12)
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        IconImage {
            anchors.horizontalCenter: parent.horizontalCenter
            y: drawing.u(90)
            size: drawing.u(62)
            name: "qr-code"
            color: "#0D1B2A"
        }
    }
    Rectangle {
        width: parent.width
        height: drawing.u(34)
        radius: height / 2
        color: "#07294A"
        border.width: Theme.highContrast ? Theme.line : 0
        border.color: "#FFFFFF"
        Rectangle {
            anchors.centerIn: parent
            width: parent.width - drawing.u(44)
            height: drawing.u(10)
            radius: height / 2
            color: "#000000"
        }
    }
}
