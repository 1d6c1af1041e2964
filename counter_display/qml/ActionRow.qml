// What else may happen to the number at the counter.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    spacing: Theme.px(Theme.portrait ? 8 : 16)
    uniformCellSizes: true

    ActionButton {
        text: panel.preferences.words.recall
        iconName: "bell-ring"
        keyName: "F2"
        onClicked: panel.serving.recall()
    }
    ActionButton {
        text: panel.preferences.words.no_show
        iconName: "user-x"
        keyName: "F3"
        onClicked: panel.serving.mark_no_show()
    }
    ActionButton {
        text: panel.preferences.words.requeue
        iconName: "undo-2"
        keyName: "F4"
        onClicked: panel.serving.requeue_current()
    }
    ActionButton {
        text: panel.preferences.words.finish_short
        iconName: "circle-check-big"
        keyName: "F5"
        onClicked: panel.serving.finish()
    }
}
