// What the two columns of calls are.
import QtQuick
import Kit

Item {
    implicitHeight: calls.height + Theme.px(4)
    Heading {
        id: calls
        x: Theme.px(36)
        vi: board.words.vi.now_calling
        beside: board.words.beside.now_calling
        visible: !board.gold.is_recall
    }
    Row {
        x: Theme.px(36)
        spacing: Theme.px(16)
        visible: board.gold.is_recall
        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            name: "bell-ring"
            color: Theme.board.gold
            size: Theme.px(40)
        }
        Heading {
            vi: board.words.vi.called_again
            beside: board.words.beside.called_again
            ink: Theme.board.gold
        }
    }
    Heading {
        anchors { right: parent.right; rightMargin: Theme.px(36) }
        vi: board.words.vi.counter_heading
        beside: board.words.beside.counter_heading
    }
}
