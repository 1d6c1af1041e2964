// That someone has priority; never why.
import QtQuick
import Kit

Rectangle {
    property int textSize: Theme.type(Theme.portrait ? 18 : 24)

    radius: height / 2
    color: Theme.goldTint
    border.width: Theme.line
    border.color: Theme.goldEdge
    implicitWidth: row.implicitWidth + Theme.px(28)
    implicitHeight: row.implicitHeight + Theme.px(8)

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(8)
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "star"
            color: Theme.highContrast ? Theme.gold : Theme.goldEdge
            size: Math.round(parent.parent.textSize)
        }
        WordText {
            anchors.verticalCenter: parent.verticalCenter
            text: panel.preferences.words.priority_mark
            wrapMode: Text.NoWrap
            bold: true
            font.pixelSize: parent.parent.textSize
        }
    }
}
