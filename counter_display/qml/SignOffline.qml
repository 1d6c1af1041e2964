// Small, but said: this sign shows what it last heard.
import QtQuick
import Kit

Row {
    visible: sign.offline !== ""
    spacing: Theme.px(14)
    layoutDirection: Qt.RightToLeft

    WordText {
        anchors.verticalCenter: parent.verticalCenter
        text: sign.offline
        wrapMode: Text.NoWrap
        color: Theme.board.warn
        font.pixelSize: Theme.px(32)
    }
    IconImage {
        anchors.verticalCenter: parent.verticalCenter
        name: "wifi-off"
        color: Theme.board.warn
        size: Theme.px(36)
    }
}
