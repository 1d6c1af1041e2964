// One parked number, why and since when; pressing it goes on with the visit.
import QtQuick
import Kit

PressArea {
    id: chip
    property var line: ({})
    readonly property color inkColor: enabled ? Theme.ink : Theme.disabledInk

    focusPolicy: Qt.TabFocus
    text: panel.parked_words(line.number || "", line.reason || "", line.since || "")
    corner: Theme.smallRadius
    implicitHeight: Theme.px(Theme.portrait ? 72 : 76)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(Theme.portrait ? 12 : 16)
    rightPadding: leftPadding
    onClicked: panel.floor.resume(line.ticket, line.number)

    background: Rectangle {
        radius: chip.corner
        color: !chip.enabled ? Theme.disabledCard : chip.down ? Theme.pressed : Theme.goldTint
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
                name: "play"
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
                WordText {
                    text: (chip.line.reason || "") + " · " + (chip.line.since || "")
                    color: chip.enabled ? Theme.soft : Theme.disabledInk
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.px(Theme.portrait ? 16 : 20)
                    Accessible.ignored: true
                }
            }
        }
    }
}
