// Queues and departments in one place by turns, the queues twice as long; the place stays the same.
import QtQuick
import Kit

Item {
    id: place
    readonly property int queueTurns: 2 * queues.pages
    readonly property int departmentTurns: board.hall.has_dossiers ? departments.pages : 0
    readonly property bool showsQueues: turn < queueTurns || departmentTurns === 0
    property int turn: 0

    implicitHeight: Math.max(queues.implicitHeight, board.hall.has_dossiers ? departments.leastHeight : 0)

    QueuePanel {
        id: queues
        objectName: "queues"
        anchors.fill: parent
        visible: place.showsQueues
        page: place.turn
    }
    DepartmentPanel {
        id: departments
        objectName: "departments"
        anchors.fill: parent
        visible: !place.showsQueues
        page: Math.max(0, place.turn - place.queueTurns)
    }
    Timer {
        interval: 8000
        repeat: true
        running: place.departmentTurns > 0 || queues.pages > 1
        onTriggered: place.turn = (place.turn + 1) % (place.queueTurns + place.departmentTurns)
    }
}
