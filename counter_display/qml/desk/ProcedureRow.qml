// One procedure to choose; those of this service say so.
import QtQuick
import Kit

PressArea {
    id: row
    property var answer: ({})

    focusPolicy: Qt.TabFocus
    text: answer.name || ""
    corner: Theme.smallRadius
    implicitHeight: Math.max(Theme.px(62), implicitContentHeight + 2 * Theme.px(8))
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
    onClicked: panel.desk.reception.choice.choose(answer.procedure)

    background: Rectangle {
        radius: row.corner
        color: row.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: row.answer.is_own ? Theme.brand : Theme.border
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        Column {
            id: words
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(2)
            DeskText {
                width: parent.width
                text: row.text
                size: 24
                bold: row.answer.is_own === true
                Accessible.ignored: true
            }
            DeskText {
                width: parent.width
                text: row.answer.procedure
                      + (row.answer.is_here ? row.answer.is_own ? " · " + panel.preferences.words.procedure_own : ""
                                            : " · " + panel.preferences.words.procedure_elsewhere_mark)
                size: 20
                color: row.answer.is_here ? Theme.soft : Theme.warn
                Accessible.ignored: true
            }
        }
    }
}
