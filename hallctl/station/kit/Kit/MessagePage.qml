// One sentence and nothing to press: closed, not connected yet, thanks, regrets.
import QtQuick
import QtQuick.Layouts

Item {
    id: page
    property string iconName: ""
    property string title: ""
    property string text: ""
    property real widest: Theme.px(1100)
    property real edge: Theme.px(56)
    property real endEdge: Theme.px(Theme.portrait ? 72 : 36)
    property real gap: Theme.px(Theme.portrait ? 28 : 18)
    property real discSize: Theme.px(Theme.portrait ? 200 : 130)

    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, page.widest)
        implicitHeight: column.implicitHeight + 2 * page.endEdge
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.title + ". " + page.text

        ColumnLayout {
            id: column
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: page.edge
            spacing: page.gap
            IconDisc {
                name: page.iconName
                size: page.discSize
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
