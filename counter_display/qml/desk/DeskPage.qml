// The frame of a desk page: its name, whose number it is about, and the way back to the queue.
import QtQuick
import QtQuick.Layouts
import Kit
import ".."

ColumnLayout {
    id: page
    property string title: ""
    property string about: ""
    default property alias content: room.data

    spacing: Theme.px(Theme.portrait ? 10 : 16)

    RowLayout {
        spacing: Theme.px(Theme.portrait ? 10 : 18)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskButton {
            text: panel.preferences.words.desk_back
            iconName: "arrow-left"
            iconOnly: Theme.portrait
            onClicked: panel.desk.go("")
            Accessible.description: "Esc"
        }
        DeskText {
            text: page.title
            size: 36
            font.weight: Font.Bold
            Layout.fillWidth: true
        }
        DeskText {
            visible: text !== ""
            text: page.about
            color: Theme.brand
            size: 28
            bold: true
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(14)
            horizontalAlignment: Text.AlignRight
            Layout.maximumWidth: page.width * 0.5
        }
    }
    Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
