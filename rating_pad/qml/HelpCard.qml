// One of the two questions, explained.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    property string iconName: ""
    property string title: ""
    property string text: ""

    implicitHeight: row.implicitHeight + 2 * Theme.px(16)
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1

    RowLayout {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(26)
        spacing: Theme.px(28)
        IconDisc { name: card.iconName; size: Theme.px(Theme.portrait ? 150 : 100) }
        ColumnLayout {
            spacing: Theme.px(6)
            Layout.fillWidth: true
            WordText {
                text: card.title
                bold: true
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(50), Theme.px(58)) : Math.min(Theme.tileSize, Theme.px(42))
                Layout.fillWidth: true
            }
            WordText {
                text: card.text
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(38), Theme.px(44)) : Math.min(Theme.bodySize, Theme.px(34))
                Layout.fillWidth: true
            }
        }
    }
}
