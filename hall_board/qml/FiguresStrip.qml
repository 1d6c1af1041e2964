// The day's counts, for everyone to see: in one line, or in two in portrait.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: strip
    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: grid.implicitHeight + 2 * Theme.px(10)

    GridLayout {
        id: grid
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        columns: Theme.portrait ? 3 : 4
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(10)

        OnTimeFigure { Layout.columnSpan: Theme.portrait ? 3 : 1 }
        Figure { name: "served"; value: board.counts.served }
        Figure { name: "average"; value: board.counts.average }
        Figure { name: "satisfied"; value: board.counts.satisfied }
    }
}
