// Courier runs: the timetable, the bench where dossiers are scanned, and the papers of the run.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

DeskPage {
    id: page
    readonly property var runs: panel.desk.runs
    readonly property var words: panel.preferences.words
    property string part: "bench"

    title: words.desk_runs
    about: runs.chosen

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 8 : 14)

        OfficeNotes { desk: page.runs; Layout.fillWidth: true }
        RowLayout {
            visible: Theme.portrait
            spacing: Theme.px(6)
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: ["trips", "bench", "papers"]
                DeskTab {
                    required property string modelData
                    text: page.words["run_" + modelData + "_tab"]
                    isShown: page.part === modelData
                    onClicked: page.part = modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 10
                    Layout.fillHeight: true
                }
            }
        }
        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Card {
                visible: !Theme.portrait || page.part === "trips"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 29
                TripList { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
            Card {
                visible: !Theme.portrait || page.part === "bench"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 40
                ScanBench { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
            Card {
                visible: !Theme.portrait || page.part === "papers"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 31
                RunPapers { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
        }
    }
}
