// The open hall: calls beside queues, the day's figures beneath; one under the other in portrait.
import QtQuick
import Kit

Item {
    id: scene
    readonly property int spacing: Theme.px(20)
    readonly property int upperHeight: height - figures.height - spacing
    // In portrait the queues take what they need, and leave the calls at least half.
    readonly property int queueHeight: Theme.portrait
        ? Math.min(queues.implicitHeight, Math.round((upperHeight - spacing) * 0.5)) : upperHeight

    CallColumn {
        id: calls
        visible: board.hall.shows_calls
        width: Theme.portrait || !queues.visible ? scene.width : Math.round((scene.width - scene.spacing) * 0.53)
        height: Theme.portrait && queues.visible ? scene.upperHeight - scene.spacing - scene.queueHeight
            : scene.upperHeight
    }
    TurningPanel {
        id: queues
        objectName: "turning"
        visible: turns > 0 || !board.hall.shows_calls
        x: Theme.portrait || !calls.visible ? 0 : calls.width + scene.spacing
        y: scene.upperHeight - height
        width: scene.width - x
        height: calls.visible ? scene.queueHeight : scene.upperHeight
    }
    FiguresStrip {
        id: figures
        objectName: "figures"
        showsVisits: !queues.showsDepartments
        y: scene.height - height
        width: scene.width
        height: implicitHeight
    }
}
