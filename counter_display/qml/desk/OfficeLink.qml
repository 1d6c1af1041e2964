// From the queue to one page behind the counter; red while something is missing there.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: link
    property string page: ""
    readonly property int alarm: page === "runs" ? panel.desk.missing : 0
    readonly property color inkColor: alarm ? Theme.bad : Theme.brand

    text: panel.preferences.words["desk_" + page] + (alarm ? " (" + alarm + ")" : "")
    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    leftPadding: Theme.px(10)
    rightPadding: Theme.px(10)
    onClicked: panel.desk.go(page)
    Accessible.description: "Shift+" + (page === "runs" ? "F10" : page === "fees" ? "F11" : "F12")

    background: Rectangle {
        radius: link.corner
        color: link.down ? Theme.pressed : link.alarm ? Theme.badTint : Theme.tint
        border.width: link.alarm ? Theme.strongLine : Theme.line
        border.color: link.alarm ? Theme.bad : Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(8)
        IconImage {
            name: link.page === "runs" ? "truck" : link.page === "fees" ? "banknote" : "package"
            color: link.inkColor
            size: Theme.px(28)
        }
        DeskText {
            text: link.text
            size: 22
            bold: true
            color: link.alarm ? Theme.bad : Theme.ink
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
