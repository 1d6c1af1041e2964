// The day's counts, for everyone to see.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: strip
    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: grid.implicitHeight + 2 * Theme.px(14)

    GridLayout {
        id: grid
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        columns: Theme.portrait ? 4 : 5
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(14)

        OnTimeFigure {
            Layout.columnSpan: Theme.portrait ? 4 : 1
            Layout.fillWidth: true
            Layout.horizontalStretchFactor: 2
        }
        Figure { name: "served"; value: board.counts.served }
        Figure { name: "waiting"; value: board.counts.waiting }
        Figure { name: "average"; value: board.counts.average; unit: board.words.vi.minutes_unit }
        Figure { name: "satisfied"; value: board.counts.satisfied; of: board.counts.satisfied_of }
    }
}
