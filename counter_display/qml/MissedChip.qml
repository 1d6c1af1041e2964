// One missed number and when; pressing it requeues.
import QtQuick
import Kit

NumberChip {
    id: chip
    iconName: "undo-2"
    text: panel.requeue_words(line.number || "", line.missed_at || "")
    onClicked: panel.serving.requeue(line.ticket, line.number)

    NumberText {
        text: chip.line.missed_at || ""
        color: chip.quietColor
        weight: 500
        font.pixelSize: Theme.px(Theme.portrait ? 17 : 21)
        Accessible.ignored: true
    }
}
