// One sentence and nothing to press: closed, or not connected yet.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    property string iconName: "clock"
    property string title: ""
    property string text: ""

    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(1100))
        implicitHeight: column.implicitHeight + 2 * Theme.px(Theme.portrait ? 72 : 36)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.title + ". " + page.text

        ColumnLayout {
            id: column
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.px(56)
            spacing: Theme.px(Theme.portrait ? 28 : 18)
            IconDisc {
                name: page.iconName
                size: Theme.px(Theme.portrait ? 200 : 130)
                Layout.alignment: Qt.AlignHCenter
            }
            WordText {
                text: page.title
                font.pixelSize: Theme.titleSize
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            WordText {
                text: page.text
                color: Theme.soft
                font.pixelSize: Theme.type(36)
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
