// How a visit goes, in three steps, while the board has room to say it.
import QtQuick
import Kit

Rectangle {
    id: root
    readonly property int leastHeight: Theme.px(270)
    readonly property real scaling: height > Theme.px(620) ? 1.5 : height > Theme.px(380) ? 1.25 : 1

    radius: Theme.px(26)
    color: Theme.board.card

    Row {
        id: row
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        spacing: Theme.px(20)
        Repeater {
            model: [
                { icon: "ticket", key: "step_take" },
                { icon: "monitor", key: "step_wait" },
                { icon: "footprints", key: "step_go" }
            ]
            GuideStep {
                width: (row.width - 2 * row.spacing) / 3
                place: index + 1
                scaling: root.scaling
                iconName: modelData.icon
                vi: board.words.vi[modelData.key]
                beside: board.words.beside[modelData.key]
            }
        }
    }
}
