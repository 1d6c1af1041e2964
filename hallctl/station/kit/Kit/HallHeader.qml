// Who receives the citizen, and the hall's time.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: header
    property string authority: ""
    property string hall: ""
    property string time: ""
    property string date: ""
    default property alias beside: besides.data
    // What else stands in the header, between the name and the time.
    readonly property bool cramped: Theme.portrait && besides.visibleChildren.length > 0

    color: Theme.deep
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 196 : 118),
                             row.implicitHeight + 2 * Theme.px(Theme.portrait ? 20 : 8)) + strip.height

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -strip.height / 2
        spacing: Theme.gap

        Emblem { size: Theme.px(Theme.portrait ? 128 : 88); Layout.alignment: Qt.AlignVCenter }
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            WordText {
                text: header.authority
                visible: text !== ""
                color: Theme.deepSoft
                font.pixelSize: Math.min(Theme.statusSize, Theme.px(30))
                Layout.fillWidth: true
            }
            WordText {
                text: header.hall
                color: Theme.deepInk
                font.pixelSize: header.cramped ? Theme.px(31) : Math.min(Theme.type(38), Theme.px(44))
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
        }
        RowLayout { id: besides; Layout.alignment: Qt.AlignVCenter }
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
                font.pixelSize: Math.min(Theme.leastSize, Theme.px(28))
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
