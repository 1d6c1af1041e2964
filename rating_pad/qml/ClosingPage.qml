// One sentence and nothing to press: thanks, regrets, not connected yet.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    property string iconName: ""
    property string title: ""
    property string text: ""

    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(1000))
        implicitHeight: column.implicitHeight + 2 * Theme.px(Theme.portrait ? 72 : 44)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.title + ". " + page.text

        ColumnLayout {
            id: column
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.px(52)
            spacing: Theme.px(20)
            IconDisc {
                name: page.iconName
                size: Theme.px(150)
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
