// Whose hall this is, and the hall's time.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    color: Theme.deep
    implicitHeight: Math.max(Theme.px(84), row.implicitHeight) + 2 * Theme.px(Theme.portrait ? 18 : 8) + strip.height

    RowLayout {
        id: row
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            verticalCenterOffset: -strip.height / 2
            leftMargin: Theme.px(40); rightMargin: Theme.px(40)
        }
        spacing: Theme.px(24)

        HallEmblem { size: Theme.px(Theme.portrait ? 112 : 84); Layout.alignment: Qt.AlignVCenter }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            WordText {
                visible: text !== ""
                text: board.hall.authority
                color: Theme.board.sky
                font.pixelSize: Theme.board.leastSize
                Layout.fillWidth: true
            }
            WordText {
                visible: text !== ""
                text: board.hall.name
                color: Theme.board.ink
                font.pixelSize: Theme.px(38)
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            ZoneBadge { isHere: Theme.portrait; Layout.topMargin: Theme.px(8) }
        }
        ZoneBadge { isHere: !Theme.portrait; Layout.alignment: Qt.AlignVCenter }
        HallTime { Layout.alignment: Qt.AlignVCenter }
    }
    Rectangle {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(5)
        color: Theme.board.gold
    }
}
