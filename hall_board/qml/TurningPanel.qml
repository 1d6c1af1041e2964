// Queues and departments in one place by turns, the queues twice as long; the place stays the same.
// The newest signed day has a turn, and so have departments. The hall's code for phones stays beneath the queues where they leave
// room, else it has a turn too.
import QtQuick
import Kit

Item {
    id: place
    readonly property bool hasCode: board.code.address !== ""
    readonly property int stripSpace: strip.stripHeight + Theme.px(20)
    readonly property bool codeStays: hasCode && queues.leastHeight + stripSpace <= height
    readonly property int queueTurns: 2 * queues.pages
    readonly property int departmentTurns: board.hall.has_dossiers ? departments.pages : 0
    readonly property int codeTurns: hasCode && !codeStays ? 1 : 0
    readonly property int sealTurns: board.hall.sealed_link !== "" ? 1 : 0
    readonly property int turns: queueTurns + departmentTurns + codeTurns + sealTurns
    readonly property bool showsQueues: turn < queueTurns || turns === queueTurns
    readonly property bool showsSeal: sealTurns > 0 && turn === turns - 1
    readonly property bool showsCode: !showsQueues && !showsSeal && turn >= queueTurns + departmentTurns
    property int turn: 0

    implicitHeight: Math.max(queues.implicitHeight, board.hall.has_dossiers ? departments.leastHeight : 0)
                    + (hasCode ? stripSpace : 0)

    QueuePanel {
        id: queues
        objectName: "queues"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: parent.bottom
                  bottomMargin: place.codeStays ? place.stripSpace : 0 }
        visible: place.showsQueues
        page: place.turn
    }
    DepartmentPanel {
        id: departments
        objectName: "departments"
        anchors.fill: queues
        visible: !place.showsQueues && !place.showsCode && !place.showsSeal
        page: Math.max(0, place.turn - place.queueTurns)
    }
    CodeCard {
        id: strip
        objectName: "strip"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: stripHeight
        visible: place.codeStays && !place.showsSeal
    }
    CodeCard {
        objectName: "large"
        anchors.fill: parent
        large: true
        visible: place.showsCode
    }
    SealPanel {
        objectName: "seal"
        anchors.fill: parent
        visible: place.showsSeal
    }
    Timer {
        interval: 8000
        repeat: true
        running: place.turns > place.queueTurns || queues.pages > 1
        onTriggered: place.turn = (place.turn + 1) % place.turns
    }
}
