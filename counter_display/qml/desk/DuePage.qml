// What has to be hurried, and results that lie ready.
import QtQuick
import QtQuick.Layouts
import Kit

DeskPage {
    id: page
    readonly property var due: panel.desk.due
    readonly property var words: panel.preferences.words
    property string list: "due"

    title: words.due_page_title

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 8 : 16)
        RowLayout {
            spacing: Theme.px(Theme.portrait ? 6 : 16)
            uniformCellSizes: true
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: page.due.sums
                DueSum {
                    required property var modelData
                    sum: modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }
        RowLayout {
            visible: Theme.portrait
            spacing: Theme.px(8)
            uniformCellSizes: true
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: ["due", "ready"]
                DeskTab {
                    required property string modelData
                    text: page.words[modelData + "_list_tab"]
                    isShown: page.list === modelData
                    onClicked: page.list = modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(8)
            uniformCellWidths: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            DueCard {
                visible: !Theme.portrait || page.list === "due"
                title: page.words.due_lines_title
                empty: page.words.due_none
                lines: page.due.lines
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            DueCard {
                visible: !Theme.portrait || page.list === "ready"
                title: page.words.ready_title
                empty: page.words.ready_none
                lines: page.due.ready
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
