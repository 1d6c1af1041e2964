// The closed hall, and the board before its first word from the hall.
import QtQuick
import Kit

Item {
    id: scene
    readonly property bool closed: board.state.scene === "closed"
    readonly property string key: closed ? "closed" : "connecting"
    readonly property bool showsCounts: closed && board.hall.has_counts

    Rectangle {
        id: card
        readonly property int sealWidth: seal.visible && !Theme.portrait ? seal.width + Theme.px(40) : 0
        readonly property int sealHeight: seal.visible && Theme.portrait ? seal.height + Theme.px(40) : 0

        width: parent.width
        height: parent.height - (scene.showsCounts ? figures.height + Theme.px(20) : 0)
        radius: Theme.px(26)
        color: Theme.board.card

        RestSeal {
            id: seal
            objectName: "rest_seal"
            x: Theme.portrait ? Math.round((card.width - width) / 2) : card.width - width - Theme.px(48)
            y: Theme.portrait ? card.height - height - Theme.px(48)
                : Math.round((card.height - height) / 2)
            visible: scene.closed && board.hall.sealed_link !== ""
        }
        Column {
            x: Theme.px(48)
            y: Math.round((card.height - card.sealHeight - height) / 2)
            width: card.width - 2 * Theme.px(48) - card.sealWidth
            spacing: Theme.px(8)
            HallEmblem {
                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.px(Theme.portrait ? 240 : 176)
            }
            RestWords { text: board.hall.name; size: 44; ink: Theme.board.sky; topPadding: Theme.px(18) }
            RestWords { text: board.hall.name_beside; size: 34; ink: Theme.board.sky }
            RestWords {
                text: board.words.vi[scene.key]
                size: 96
                ink: Theme.board.gold
                font.weight: Font.Bold
                topPadding: Theme.px(20)
            }
            RestWords { text: board.words.beside[scene.key]; size: 52 }
            RestWords { text: board.words.vi[scene.key + "_hint"]; size: 38; topPadding: Theme.px(26) }
            RestWords { text: board.words.beside[scene.key + "_hint"]; size: 32; ink: Theme.board.sky }
        }
    }
    FiguresStrip {
        id: figures
        visible: scene.showsCounts
        y: parent.height - height
        width: parent.width
        height: implicitHeight
    }
}
