// One step: its picture, its number, its words.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    property string step: "1"
    property string title: ""
    property string text: ""
    default property alias drawing: stage.data

    implicitHeight: grid.implicitHeight + 2 * Theme.px(28)
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1

    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.px(28)
        columns: Theme.portrait ? 2 : 1
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(16)
        Rectangle {
            color: Theme.tint
            radius: Theme.smallRadius
            implicitWidth: Theme.px(310)
            implicitHeight: Theme.px(220)
            Layout.fillWidth: !Theme.portrait
            Layout.fillHeight: true
            Item {
                id: stage
                anchors.centerIn: parent
                width: parent.width
                height: parent.height
                scale: Math.min(1, parent.height / Theme.px(204))
            }
        }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.px(18)
                Layout.fillWidth: true
                Rectangle {
                    color: Theme.brand
                    radius: width / 2
                    implicitWidth: Theme.type(60)
                    implicitHeight: implicitWidth
                    NumberText {
                        anchors.centerIn: parent
                        text: card.step
                        color: Theme.brandInk
                        font.pixelSize: Theme.type(36)
                    }
                }
                WordText {
                    text: card.title
                    font.pixelSize: Theme.tileSize
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
            }
            WordText {
                text: card.text
                font.pixelSize: Theme.bodySize
                Layout.fillWidth: true
            }
        }
    }
}
