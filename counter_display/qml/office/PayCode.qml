// A VietQR code large enough to be scanned from across the counter.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: view
    property string code: ""
    property string due: ""
    signal closed()

    spacing: Theme.px(10)

    DeskText {
        text: view.due
        bold: true
        size: 30
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: true
        QrImage {
            anchors.centerIn: parent
            text: view.code
            size: Math.max(Theme.px(120), Math.min(room.width, room.height))
            Accessible.role: Accessible.Graphic
            Accessible.name: panel.preferences.words.fees_code_name
        }
    }
    DeskText {
        text: panel.preferences.words.fees_code_hint
        color: Theme.soft
        size: 21
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    DeskButton {
        text: panel.preferences.words.fees_code_close
        iconName: "x"
        onClicked: view.closed()
        Layout.fillWidth: true
    }
}
