// Queues, departments, the hall's code for phones, the newest signed day and the playlist in one place
// by turns, the queues twice as long; the place stays the same. The code stays beneath the queues where
// they leave room, else it has a turn too. A picture that is not there yet leaves the queues where they
// are.
import QtQuick
import Kit

Item {
    id: place
    readonly property var reel: board.playing.panel
    readonly property bool hasCode: board.code.address !== ""
    readonly property bool hasQueues: board.hall.shows_queues
    readonly property bool hasDepartments: board.hall.has_dossiers && board.hall.shows_departments
    readonly property int stripSpace: strip.stripHeight + Theme.px(20)
    readonly property bool codeStays: hasCode && queues.leastHeight + stripSpace <= height
    readonly property int queueTurns: hasQueues ? 2 * queues.pages : 0
    readonly property int departmentTurns: hasDepartments ? departments.pages : 0
    readonly property int codeTurns: hasCode && !codeStays ? 1 : 0
    readonly property int sealTurns: board.hall.sealed_link !== "" ? 1 : 0
    readonly property int playlistTurns: reel.count > 0 ? 1 : 0
    readonly property int codeTurn: queueTurns + departmentTurns
    readonly property int sealTurn: codeTurn + codeTurns
    readonly property int playlistTurn: sealTurn + sealTurns
    readonly property int turns: playlistTurn + playlistTurns
    readonly property bool isPlaylistTurn: playlistTurns > 0 && turn === playlistTurn
    readonly property bool showsPlaylist: isPlaylistTurn && reel.is_showing
    readonly property bool showsSeal: sealTurns > 0 && turn === sealTurn
    readonly property bool showsCode: codeTurns > 0 && turn === codeTurn
    readonly property bool showsDepartments: departmentTurns > 0
        && (turn >= queueTurns && turn < codeTurn || queueTurns === 0 && !showsPlaylist && !showsSeal && !showsCode)
    readonly property bool showsQueues: !showsPlaylist && !showsSeal && !showsCode && !showsDepartments
    property int turn: 0

    implicitHeight: Math.max(hasQueues ? queues.implicitHeight : 0, hasDepartments ? departments.leastHeight : 0)
                    + (hasCode ? stripSpace : 0)

    function advance(): void {
        turn = turns > 0 ? (turn + 1) % turns : 0
        if (isPlaylistTurn)
            reel.start()
    }
    onTurnsChanged: if (turn >= turns) turn = 0

    QueuePanel {
        id: queues
        objectName: "queues"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: parent.bottom
                  bottomMargin: place.codeStays ? place.stripSpace : 0 }
        visible: place.showsQueues
        page: place.turn < place.queueTurns ? place.turn : 0
    }
    DepartmentPanel {
        id: departments
        objectName: "departments"
        anchors.fill: queues
        visible: place.showsDepartments
        page: place.turn < place.queueTurns ? 0 : place.turn - place.queueTurns
    }
    PlaylistPicture {
        objectName: "playlist"
        anchors.fill: queues
        visible: place.showsPlaylist
        radius: Theme.px(26)
        reel: place.reel
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
    Connections {
        // After something else had the whole board, the queues come first.
        target: board.calm
        function onCame_back() { place.turn = 0 }
    }
    Connections {
        target: place.reel
        function onOver() { if (place.isPlaylistTurn) place.advance() }
    }
    Timer {
        interval: 8000
        repeat: true
        running: !place.isPlaylistTurn && place.turns > 1
        onTriggered: place.advance()
    }
    Timer {
        // A playlist alone, or one that has just come: begin.
        interval: 500
        repeat: true
        running: place.isPlaylistTurn && !place.reel.is_under_way
        onTriggered: place.reel.start()
    }
}
