// An emergency, over everything: nothing beneath can be touched or read until the hall clears it.
// Where an official must go on working, it can be folded into a bar.
import QtQuick

Rectangle {
    id: overlay
    property var emergency: null
    property bool canFold: false
    property bool isFolded: false
    readonly property bool isUp: emergency !== null && emergency.is_up
    readonly property int number: emergency ? emergency.number : 0
    onNumberChanged: isFolded = false

    visible: isUp
    anchors { left: parent.left; right: parent.right; top: parent.top }
    height: isFolded ? bar.height : parent.height
    color: Theme.alarm
    z: 1000
    Accessible.role: Accessible.AlertMessage
    Accessible.name: emergency ? emergency.vi + ". " + emergency.beside : ""

    MouseArea { anchors.fill: parent; preventStealing: true; hoverEnabled: true }
    MultiPointTouchArea { anchors.fill: parent; mouseEnabled: false }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(18)
        visible: !overlay.isFolded
        color: "transparent"
        border { width: Theme.px(10); color: Theme.alarmEdge }
        radius: Theme.radius

        IconImage {
            id: sign
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: Theme.px(48) }
            name: "triangle-alert"
            color: Theme.alarmEdge
            size: Math.round(Math.min(parent.width, parent.height) * 0.2)
        }
        WordText {
            id: vi
            anchors {
                left: parent.left; right: parent.right; top: sign.bottom
                margins: Theme.px(48); topMargin: Theme.px(24)
            }
            height: Math.round((bottomEdge.y - y) * (!others.visible ? 1 : others.text.indexOf("\n") < 0 ? 0.62 : 0.42))
            text: overlay.emergency ? overlay.emergency.vi : ""
            bold: true
            color: Theme.alarmInk
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(30)
            font.pixelSize: Theme.px(150)
        }
        WordText {
            id: others
            anchors { left: vi.left; right: vi.right; top: vi.bottom; topMargin: Theme.px(20) }
            visible: text !== ""
            height: bottomEdge.y - y
            text: overlay.emergency ? overlay.emergency.beside : ""
            color: Theme.alarmInk
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(26)
            font.pixelSize: Theme.px(96)
        }
        Item {
            id: bottomEdge
            anchors { bottom: parent.bottom; bottomMargin: Theme.px(overlay.canFold ? 180 : 48) }
        }
        BigButton {
            visible: overlay.canFold
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.px(40) }
            width: Math.min(implicitWidth, parent.width - 2 * Theme.px(36))
            kind: "plain"
            text: overlay.foldWords
            iconName: "chevron-up"
            onClicked: overlay.isFolded = true
        }
    }
    property string foldWords: ""
    Rectangle {
        id: bar
        width: parent.width
        height: line.implicitHeight + Theme.px(24)
        visible: overlay.isFolded
        color: Theme.alarm
        WordText {
            id: line
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(24) }
            text: overlay.emergency ? overlay.emergency.vi : ""
            bold: true
            color: Theme.alarmInk
            font.pixelSize: Theme.statusSize
        }
        TapHandler { onTapped: overlay.isFolded = false }
    }
}
