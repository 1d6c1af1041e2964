// The open hall: calls beside queues, the day's figures beneath; one under the other in portrait.
import QtQuick
import Kit

Item {
    id: scene
    readonly property int spacing: Theme.px(24)
    readonly property int upperHeight: height - figures.implicitHeight - spacing

    CallColumn {
        id: calls
        width: Theme.portrait ? scene.width : Math.round((scene.width - scene.spacing) * 0.535)
        height: Theme.portrait ? Math.round((scene.upperHeight - scene.spacing) * 0.56)
            : scene.upperHeight
    }
    QueuePanel {
        x: Theme.portrait ? 0 : calls.width + scene.spacing
        y: Theme.portrait ? calls.height + scene.spacing : 0
        width: scene.width - x
        height: scene.upperHeight - y
    }
    FiguresStrip {
        id: figures
        y: scene.height - height
        width: scene.width
        height: implicitHeight
    }
}
