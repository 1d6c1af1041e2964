// A number that rests, with a line below it; pressing it goes on with its visit.
import QtQuick
import Kit

PressArea {
    id: chip
    default property alias below: column.data
    property var line: ({})
    property string iconName: ""
    property color ground: Theme.card
    readonly property color quietColor: enabled ? Theme.soft : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 72 : 76)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(Theme.portrait ? 12 : 16)
    rightPadding: leftPadding

    background: Rectangle {
        radius: chip.corner
        color: !chip.enabled ? Theme.disabledCard : chip.down ? Theme.pressed : chip.ground
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(10)
            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                name: chip.iconName
                color: chip.enabled ? Theme.brand : Theme.disabledInk
                size: Theme.px(Theme.portrait ? 26 : 30)
            }
            Column {
                id: column
                anchors.verticalCenter: parent.verticalCenter
                NumberText {
                    text: chip.line.number || ""
                    color: chip.enabled ? Theme.ink : Theme.disabledInk
                    font.pixelSize: Theme.px(Theme.portrait ? 24 : 29)
                    Accessible.ignored: true
                }
            }
        }
    }
}
