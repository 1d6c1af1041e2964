// The newest signed day: its code leads any phone to the figures and to who signed them.
import QtQuick
import Kit

Rectangle {
    id: panel
    readonly property int side: Math.min(Math.round(height * 0.62), Math.round(width * 0.42))

    radius: Theme.px(26)
    color: Theme.board.card

    Row {
        anchors.centerIn: parent
        spacing: Theme.px(44)
        QrImage {
            id: code
            objectName: "seal_code"
            anchors.verticalCenter: parent.verticalCenter
            size: panel.side
            text: board.hall.sealed_link
        }
        SealWords {
            anchors.verticalCenter: parent.verticalCenter
            width: panel.width - code.width - Theme.px(44 + 80)
        }
    }
}
