// Unseen: how high a row of the queues must be for the longest name among them.
import QtQuick
import Kit

Item {
    id: meter
    visible: false

    function tallest(inEnglish: bool): int {
        let most = 0
        for (let i = 0; i < rows.count; i++) {
            const row = rows.itemAt(i)
            if (row)
                most = Math.max(most, inEnglish ? row.fullHeight : row.plainHeight)
        }
        return most
    }
    Repeater {
        id: rows
        model: board.services
        QueueRow {
            width: meter.width
            inEnglish: true
        }
    }
}
