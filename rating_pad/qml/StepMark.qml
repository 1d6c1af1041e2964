// One of the two questions on the way: its place, its name, and the answer it has got.
import QtQuick
import Kit

Rectangle {
    id: mark
    property int place: 1
    property string text: ""
    property bool current: false
    property int level: 0
    readonly property color inkColor: current ? Theme.goldInk : Theme.deepInk

    implicitWidth: row.implicitWidth + 2 * Theme.px(20)
    implicitHeight: Theme.px(72)
    radius: height / 2
    color: current ? Theme.gold : Theme.deep
    border.width: Theme.line
    border.color: current ? Theme.gold : Theme.deepSoft

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(14)
        Rectangle {
            width: Theme.px(52)
            height: width
            radius: width / 2
            anchors.verticalCenter: parent.verticalCenter
            color: answered.visible ? Theme.card : mark.current ? Theme.goldInk : Theme.deep
            border.width: mark.current || answered.visible ? 0 : Theme.line
            border.color: Theme.deepSoft
            MoodFace {
                id: answered
                visible: mark.level > 0 && !mark.current
                anchors.centerIn: parent
                level: Math.max(1, mark.level)
                size: parent.width
            }
            NumberText {
                visible: !answered.visible
                anchors.centerIn: parent
                text: mark.place
                color: mark.current ? Theme.gold : Theme.deepInk
                font.pixelSize: Theme.px(30)
                Accessible.ignored: true
            }
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: mark.text
            bold: mark.current
            color: mark.inkColor
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.px(29)
        }
    }
}
