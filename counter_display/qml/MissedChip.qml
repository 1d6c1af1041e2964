// One missed number and when; pressing it requeues.
import QtQuick
import Kit

PressArea {
    id: chip
    property var line: ({})
    readonly property color inkColor: enabled ? Theme.ink : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    text: panel.requeue_words(line.number || "", line.missed_at || "")
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 72 : 76)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(Theme.portrait ? 12 : 16)
    rightPadding: leftPadding
    onClicked: panel.serving.requeue(line.ticket, line.number)

    background: Rectangle {
        radius: chip.corner
        color: !chip.enabled ? Theme.disabledCard : chip.down ? Theme.pressed : Theme.card
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
                name: "undo-2"
                color: chip.enabled ? Theme.brand : Theme.disabledInk
                size: Theme.px(Theme.portrait ? 26 : 30)
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                NumberText {
                    text: chip.line.number || ""
                    color: chip.inkColor
                    font.pixelSize: Theme.px(Theme.portrait ? 24 : 29)
                    Accessible.ignored: true
                }
                NumberText {
                    text: chip.line.missed_at || ""
                    color: chip.enabled ? Theme.soft : Theme.disabledInk
                    weight: 500
                    font.pixelSize: Theme.px(Theme.portrait ? 17 : 21)
                    Accessible.ignored: true
                }
            }
        }
    }
}
