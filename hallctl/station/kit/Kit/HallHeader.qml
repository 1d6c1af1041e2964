// Who receives the citizen, and the hall's time.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: header
    property string authority: ""
    property string hall: ""
    property string time: ""
    property string date: ""

    color: Theme.deep
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 220 : 150),
                             row.implicitHeight + 2 * Theme.px(26)) + strip.height

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -strip.height / 2
        spacing: Theme.gap

        Emblem { size: Theme.px(Theme.portrait ? 132 : 104); Layout.alignment: Qt.AlignVCenter }
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            WordText {
                text: header.authority
                visible: text !== ""
                color: Theme.deepSoft
                font.pixelSize: Theme.statusSize
                Layout.fillWidth: true
            }
            WordText {
                text: header.hall
                color: Theme.deepInk
                font.pixelSize: Theme.type(Theme.portrait ? 38 : 36)
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.alignment: Qt.AlignVCenter
            NumberText {
                text: header.time
                color: Theme.deepInk
                font.pixelSize: Theme.clockSize
                Layout.alignment: Qt.AlignRight
            }
            WordText {
                text: header.date
                color: Theme.deepSoft
                font.pixelSize: Theme.leastSize
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignRight
            }
        }
    }
    Rectangle {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(8)
        color: Theme.gold
    }
}
