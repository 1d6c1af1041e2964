// The sign above a counter: which counter, which number, come. Read from across the hall.
import QtQuick
import Kit

ScreenRoot {
    id: root
    emergency: sign.emergency
    readonly property bool isWide: width > height * 1.4
    readonly property bool isCalling: sign.scene === "coming" || sign.scene === "serving"

    color: Theme.board.ground

    Binding { target: Theme; property: "reduceMotion"; value: sign.is_still }
    // The letters follow the shape of the sign: a band, a wide screen, a square.
    readonly property bool isBand: width > height * 2.4
    Binding { target: Theme; property: "designShort"; value: root.isBand ? 540 : root.isWide ? 760 : 880 }
    Binding { target: Theme; property: "designLong"; value: root.isBand ? 1920 : root.isWide ? 1350 : 880 }

    SignCounter {
        id: counter
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: root.isWide ? parent.bottom : undefined
        anchors.margins: Theme.px(40)
        width: root.isWide ? Math.round(root.width * 0.24) : root.width - 2 * anchors.margins
        height: root.isWide ? root.height - 2 * anchors.margins : Math.round(root.height * 0.2)
        isWide: root.isWide
    }
    Item {
        anchors.left: root.isWide ? counter.right : parent.left
        anchors.right: parent.right
        anchors.top: root.isWide ? parent.top : counter.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.px(40)

        SignNumber {
            visible: root.isCalling
            anchors.fill: parent
            anchors.bottomMargin: offline.visible ? offline.height + Theme.px(10) : 0
        }
        SignMessage {
            visible: !root.isCalling
            anchors.fill: parent
            anchors.bottomMargin: offline.visible ? offline.height + Theme.px(10) : 0
        }
        SignOffline {
            id: offline
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        }
    }
}
