// One service of the counter, taken in or left out.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: check
    property var line: ({})
    readonly property bool isChosen: line.is_chosen === true

    focusPolicy: Qt.TabFocus
    text: line.name || ""
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 64 : 88), implicitContentHeight + 2 * Theme.px(8))
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    leftPadding: Theme.px(Theme.portrait ? 12 : 20)
    rightPadding: leftPadding
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isChosen
    onClicked: panel.opening.toggle(line.service)

    background: Rectangle {
        radius: check.corner
        color: check.down ? Theme.pressed : check.isChosen ? Theme.tint : Theme.card
        border.width: check.isChosen ? Theme.strongLine : Theme.line
        border.color: check.isChosen ? Theme.brand : Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(Theme.portrait ? 12 : 18)
        IconImage {
            name: check.isChosen ? "square-check-big" : "square"
            color: check.isChosen ? Theme.brand : Theme.soft
            size: Theme.px(Theme.portrait ? 30 : 40)
        }
        NumberText {
            text: check.line.letter || ""
            weight: 800
            color: Theme.brand
            font.pixelSize: Theme.type(Theme.portrait ? 24 : 34)
            Accessible.ignored: true
        }
        WordText {
            text: check.text
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(Theme.portrait ? 16 : 22)
            font.pixelSize: Theme.type(Theme.portrait ? 19 : 27)
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.ignored: true
        }
    }
}
