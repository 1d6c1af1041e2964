// What a run carries: its manifests, its rows, what is missing; and its end.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: papers
    readonly property var runs: panel.desk.runs
    readonly property var words: panel.preferences.words
    property string part: runs.missing_total ? "missing" : "manifests"

    spacing: Theme.px(10)

    RowLayout {
        spacing: Theme.px(6)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["manifests", "rows", "missing"]
            DeskTab {
                required property string modelData
                text: papers.words[modelData + "_tab"] + (modelData === "missing" && papers.runs.missing_total
                                                          ? " (" + papers.runs.missing_total + ")" : "")
                isShown: papers.part === modelData
                onClicked: papers.part = modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.fillHeight: true
            }
        }
    }
    DeskText {
        readonly property var lines: papers.part === "manifests" ? papers.runs.manifests
                                   : papers.part === "rows" ? papers.runs.rows : papers.runs.missing
        visible: lines.length === 0
        text: papers.words[papers.part + "_none"]
        color: Theme.soft
        Layout.fillWidth: true
    }
    PagedLines {
        visible: papers.part === "manifests"
        lines: papers.runs.manifests
        delegate: Component { ManifestLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    PagedLines {
        visible: papers.part === "rows"
        lines: papers.runs.rows
        delegate: Component { DueLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    PagedLines {
        visible: papers.part === "missing"
        lines: papers.runs.missing
        delegate: Component { DueLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    DeskNote {
        text: papers.runs.closing
        tone: "warn"
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(10)
        uniformCellSizes: papers.runs.closing !== ""
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskButton {
            visible: papers.runs.closing !== ""
            text: papers.words.act_cancel
            iconName: "x"
            onClicked: papers.runs.cancel()
            Layout.fillWidth: true
        }
        DeskButton {
            text: papers.words.run_close
            iconName: "flag"
            kind: papers.runs.closing ? "primary" : "plain"
            enabled: papers.runs.may_close && !papers.runs.is_busy
            onClicked: papers.runs.close_run()
            Layout.fillWidth: true
        }
    }
}
