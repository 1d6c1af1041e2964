// One who waits: number, service, how long, whether with priority or past the target.
// A free counter may call whoever is touched.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: row
    property var line: ({})
    property bool isFirst: false

    text: panel.call_words(line.number || "")
    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    leftPadding: 0
    rightPadding: 0
    topPadding: 0
    bottomPadding: 0
    implicitHeight: Math.max(Theme.px(62), content.implicitHeight + 2 * Theme.px(Theme.portrait ? 6 : 11))
    onClicked: panel.floor.call(line.ticket, line.number)

    background: Rectangle {
        color: row.down ? Theme.pressed : "transparent"
        radius: row.corner
        Rectangle {
            visible: !row.isFirst
            width: parent.width
            height: Theme.line
            color: Theme.hairline
        }
    }
    contentItem: RowLayout {
        id: content
        spacing: Theme.px(Theme.portrait ? 12 : 20)
        NumberText {
            text: row.line.number || ""
            color: row.isFirst ? Theme.brand : Theme.ink
            weight: 800
            font.pixelSize: Theme.type(Theme.portrait ? 28 : 38)
            Layout.minimumWidth: Theme.type(Theme.portrait ? 88 : 118)
        }
        WordText {
            text: row.line.service || ""
            color: Theme.soft
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(20)) : Math.min(Theme.type(25), Theme.px(27))
            Layout.fillWidth: true
        }
        IconImage {
            visible: row.line.mark !== ""
            name: row.line.mark === "front" ? "arrow-up-to-line" : "monitor"
            color: Theme.brand
            size: Theme.type(Theme.portrait ? 20 : 28)
            Accessible.ignored: false
            Accessible.role: Accessible.Graphic
            Accessible.name: row.line.mark === "front" ? panel.preferences.words.front_mark : panel.preferences.words.held_mark
        }
        IconImage {
            visible: row.line.has_priority === true
            name: "star"
            color: Theme.highContrast ? Theme.gold : Theme.goldEdge
            size: Theme.type(Theme.portrait ? 22 : 30)
            Accessible.ignored: false
            Accessible.role: Accessible.Graphic
            Accessible.name: panel.preferences.words.priority_mark
        }
        IconImage {
            visible: row.line.is_late === true
            name: "clock-alert"
            color: Theme.bad
            size: Theme.type(Theme.portrait ? 22 : 30)
            Accessible.ignored: false
            Accessible.role: Accessible.Graphic
            Accessible.name: panel.preferences.words.late_mark
        }
        WordText {
            text: row.line.waited || ""
            color: row.line.is_late ? Theme.bad : Theme.ink
            bold: true
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignRight
            font.pixelSize: Theme.type(Theme.portrait ? 20 : 28)
            Layout.minimumWidth: Theme.type(Theme.portrait ? 78 : 108)
        }
    }
}
