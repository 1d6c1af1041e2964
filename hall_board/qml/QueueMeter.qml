// Unseen: how high the rows of the queues must be for the names there are.
import QtQuick
import Kit

Item {
    id: meter
    property int fullSum: 0
    property int plainSum: 0
    property int plainMost: 0
    property real scaling: 1

    visible: false

    function measure(): void {
        let full = 0, plain = 0, most = 0
        for (let i = 0; i < rows.count; i++) {
            const row = rows.itemAt(i)
            if (row) {
                full += row.fullHeight
                plain += row.plainHeight
                most = Math.max(most, row.plainHeight)
            }
        }
        fullSum = full
        plainSum = plain
        plainMost = most
    }
    Repeater {
        id: rows
        model: board.services
        QueueRow {
            width: meter.width
            scaling: meter.scaling
            onFullHeightChanged: meter.measure()
            onPlainHeightChanged: meter.measure()
            Component.onCompleted: meter.measure()
        }
        onItemAdded: meter.measure()
    }
}
