// Before anything is typed, what most people need; then the procedures that answer, best first.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: area
    readonly property var words: kiosk.preferences.words
    readonly property string situation: kiosk.finding.state

    ColumnLayout {
        anchors.fill: parent
        visible: area.situation === "empty" || area.situation === "nothing"
        anchors.topMargin: note.visible ? note.height + spacing : 0
        spacing: Theme.px(16)
        WordText {
            text: area.words.find_common
            color: Theme.soft
            bold: true
            font.pixelSize: Theme.statusSize
            Layout.fillWidth: true
        }
        Item {
            id: needs
            readonly property int spacing: Theme.px(16)
            readonly property int rows: Math.min(Math.ceil(kiosk.finding.common_needs.length / 2),
                Math.max(1, Math.floor((height + spacing) / (Theme.target + spacing))))
            readonly property int cellWidth: (width - spacing) / 2
            readonly property int cellHeight: Math.min(Theme.px(170),
                                                       (height - (rows - 1) * spacing) / rows)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Repeater {
                model: kiosk.finding.common_needs
                BigButton {
                    required property string modelData
                    required property int index
                    readonly property int row: Math.floor(index / 2)
                    visible: row < needs.rows
                    kind: "plain"
                    text: modelData
                    x: index % 2 * (needs.cellWidth + needs.spacing)
                    y: row * (needs.cellHeight + needs.spacing)
                    width: needs.cellWidth
                    height: needs.cellHeight
                    onClicked: kiosk.finding.write(modelData.toLowerCase())
                }
            }
        }
    }
    Item {
        id: list
        anchors.fill: parent
        visible: area.situation === "found"
        readonly property int fit: Math.max(1, Math.floor((height + spacing)
                                                          / (leastRow + spacing)))
        readonly property int leastRow: Theme.type(Theme.portrait ? 140 : kiosk.preferences.text_step < 2 ? 160 : 190)
        readonly property int spacing: Theme.px(16)
        readonly property real rowHeight: Math.min(Theme.type(220),
                                                   (height - (fit - 1) * spacing) / fit)
        Repeater {
            model: kiosk.finding.answers
            AnswerRow {
                required property var modelData
                required property int index
                visible: index < list.fit
                answer: modelData
                onClicked: kiosk.finding.open(modelData.procedure)
                y: index * (list.rowHeight + list.spacing)
                width: list.width
                height: Math.floor(list.rowHeight)
            }
        }
    }
    NoteBar {
        id: note
        anchors { left: parent.left; right: parent.right; top: parent.top }
        visible: area.situation === "asking" || area.situation === "nothing" || area.situation === "lost"
        tone: area.situation === "lost" ? "bad" : area.situation === "nothing" ? "warn" : "soft"
        iconName: area.situation === "asking" ? "hourglass" : area.situation === "lost" ? "circle-alert"
                                                                                   : "search-x"
        title: area.situation === "asking" ? area.words.find_asking
            : area.situation === "lost" ? area.words.find_lost_title : area.words.find_nothing_title
        text: area.situation === "asking" ? ""
            : area.situation === "lost" ? area.words.find_lost_text : area.words.find_nothing_text
    }
}
