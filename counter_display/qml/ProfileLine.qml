// By which profile the counter calls, above those whom it will; a touch chooses another.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: line
    readonly property bool mayChoose: panel.floor.may_choose_profile

    focusPolicy: mayChoose ? Qt.TabFocus : Qt.NoFocus
    enabled: mayChoose
    text: panel.floor.profile_text
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(60), implicitContentHeight + 2 * Theme.px(6))
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(Theme.portrait ? 10 : 16)
    rightPadding: leftPadding
    Accessible.name: panel.preferences.words.profile_label + ": " + text
    onClicked: panel.floor.choose_profile()

    background: Rectangle {
        radius: line.corner
        color: line.down ? Theme.pressed : Theme.tint
        border.width: line.mayChoose ? Theme.line : 0
        border.color: Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(Theme.portrait ? 10 : 14)
        IconImage {
            name: "list-ordered"
            color: Theme.brand
            size: Theme.px(Theme.portrait ? 26 : 32)
        }
        WordText {
            text: line.text
            bold: true
            font.pixelSize: Theme.portrait ? Math.min(Theme.type(18), Theme.px(21)) : Math.min(Theme.type(25), Theme.px(29))
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        KeyCap {
            visible: line.mayChoose && !Theme.portrait
            text: "F1"
        }
    }
}
