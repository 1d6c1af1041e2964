// What the table of departments tells, and of what its numbers are; over the whole board the time too.
import QtQuick
import Kit

Item {
    property bool hasClock: false
    implicitHeight: title.height + Theme.px(20)

    Heading {
        id: title
        x: Theme.px(28)
        y: Theme.px(10)
        vi: board.words.vi.dossiers_heading
        beside: parent.hasClock && Theme.portrait ? "" : board.words.beside.dossiers_heading
    }
    NumberText {
        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: title.verticalCenter }
        visible: parent.hasClock
        text: board.clock.time
        color: Theme.board.ink
        font.pixelSize: Theme.board.headingSize
    }
    Heading {
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: title.verticalCenter }
        vi: board.words.vi.in_time_heading
        beside: board.words.beside.in_time_heading
    }
}
