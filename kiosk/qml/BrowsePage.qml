// The catalogue leafed through: who is in charge, which field, which procedure.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    readonly property var rows: kiosk.browsing.rows
    readonly property string title: kiosk.browsing.title
    property int turned: 0
    onTitleChanged: turned = 0
    spacing: Theme.px(20)

    HomeNote {
        id: note
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(22)
    }
    WordText {
        text: page.title
        font.pixelSize: Theme.type(text.length > 60 ? 34 : Theme.portrait ? 54 : 44)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: note.visible ? 0 : Theme.px(Theme.portrait ? 36 : 22)
        Accessible.role: Accessible.Heading
    }
    Item {
        id: list
        readonly property int columns: Theme.portrait ? 1 : 2
        readonly property int spacing: Theme.px(16)
        // What holds procedures has a short name; procedures seldom have.
        readonly property bool isShort: page.rows.length > 0 && page.rows[0].procedure === ""
        readonly property int leastRow: Theme.type(isShort ? 130 : Theme.portrait ? 140
                                                   : kiosk.preferences.text_step < 2 ? 150 : 185)
        readonly property int lines: Math.max(1, Math.floor((height + spacing)
                                                            / (leastRow + spacing)))
        readonly property int perPage: lines * columns
        readonly property int pages: Math.max(1, Math.ceil(page.rows.length / perPage))
        readonly property int first: Math.min(page.turned, pages - 1) * perPage
        readonly property int rowHeight: Math.min(leastRow * 1.25,
                                                  (height - (lines - 1) * spacing) / lines)
        readonly property int rowWidth: (width - (columns - 1) * spacing) / columns
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin

        Repeater {
            model: page.rows
            AnswerRow {
                required property var modelData
                required property int index
                readonly property int at: index - list.first
                visible: at >= 0 && at < list.perPage
                answer: modelData
                x: at % list.columns * (list.rowWidth + list.spacing)
                y: Math.floor(at / list.columns) * (list.rowHeight + list.spacing)
                width: list.rowWidth
                height: list.rowHeight
                onClicked: modelData.procedure !== "" ? kiosk.finding.open(modelData.procedure)
                                                      : kiosk.browsing.choose(modelData.key)
            }
        }
        NoteBar {
            anchors { left: parent.left; right: parent.right; top: parent.top }
            visible: kiosk.browsing.state !== "found"
            tone: kiosk.browsing.state === "lost" ? "bad" : "soft"
            iconName: kiosk.browsing.state === "lost" ? "circle-alert" : "hourglass"
            title: kiosk.browsing.state === "lost" ? page.words.find_lost_title
                                                   : page.words.find_asking
            text: kiosk.browsing.state === "lost" ? page.words.find_lost_text : ""
        }
    }
    GridLayout {
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(20)
        Layout.fillHeight: false
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.bottomMargin: Theme.px(Theme.portrait ? 28 : 22)
        BigButton {
            kind: "plain"
            iconName: "arrow-left"
            text: page.words.back_to_search
            Layout.row: Theme.portrait ? 1 : 0
            Layout.column: 0
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: kiosk.go_back()
        }
        PageTurner {
            visible: list.pages > 1
            page: Math.min(page.turned, list.pages - 1)
            pages: list.pages
            onAsked: wanted => page.turned = wanted
            Layout.row: 0
            Layout.column: Theme.portrait ? 0 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
}
