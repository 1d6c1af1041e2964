// What the two columns of calls are.
import QtQuick
import Kit

Item {
    implicitHeight: Math.max(calls.height, counter.height)
    TwoWords {
        id: calls
        x: Theme.px(36)
        width: parent.width * 0.6
        vi: board.words.vi.now_calling
        en: board.words.en.now_calling
        ink: Theme.board.sky
    }
    TwoWords {
        id: counter
        anchors { right: parent.right; rightMargin: Theme.px(36) }
        width: parent.width * 0.35
        layoutDirection: Qt.RightToLeft
        vi: board.words.vi.counter_heading
        en: board.words.en.counter_heading
        ink: Theme.board.sky
    }
}
