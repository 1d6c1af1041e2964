// One step of a visit.
import QtQuick
import Kit

Column {
    id: root
    property int place: 1
    property real scaling: 1
    property string iconName: ""
    property string vi: ""
    property string beside: ""

    spacing: Theme.px(10 * root.scaling)
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.px(16 * root.scaling)
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(56 * root.scaling)
            height: width
            radius: width / 2
            color: Theme.board.gold
            NumberText {
                anchors.centerIn: parent
                text: root.place
                color: Theme.board.goldInk
                font.pixelSize: Theme.px(34 * root.scaling)
            }
        }
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: Theme.board.sky
            size: Theme.px(72 * root.scaling)
            stroke: 1.75
        }
    }
    WordText {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.vi
        bold: true
        color: Theme.board.ink
        font.pixelSize: Theme.px(31 * root.scaling)
    }
    WordText {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.beside
        color: Theme.board.sky
        font.pixelSize: Theme.px(29 * root.scaling)
    }
}
