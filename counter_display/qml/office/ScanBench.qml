// Where dossiers are scanned out and in: what is done with them, where, and what became of each.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: bench
    readonly property var runs: panel.desk.runs
    readonly property var scans: runs.scans
    readonly property var words: panel.preferences.words
    property bool choosesPlace: false
    function take() { code.take() }

    spacing: Theme.px(12)

    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskTitle { text: bench.runs.title; Layout.fillWidth: true }
        DeskButton {
            text: place.name
            iconName: "map-pin"
            readonly property var place: bench.runs.departments.find(one => one.is_chosen) || { name: "" }
            Accessible.name: bench.words.place_title + ": " + text
            onClicked: bench.choosesPlace = !bench.choosesPlace
            Layout.maximumWidth: bench.width * 0.5
        }
    }
    PagedLines {
        visible: bench.choosesPlace
        lines: bench.runs.departments
        delegate: Component {
            DeskChip {
                text: parent.modelData.name
                isChosen: parent.modelData.is_chosen
                onClicked: { bench.scans.choose_place(parent.modelData.department); bench.choosesPlace = false }
            }
        }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        visible: !bench.choosesPlace && bench.runs.sums.length > 0
        spacing: Theme.px(8)
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: bench.runs.sums
            DueSum {
                required property var modelData
                sum: modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    DeskChips {
        visible: !bench.choosesPlace
        options: bench.scans.modes
        chosen: bench.scans.mode
        onChose: key => { bench.scans.choose_mode(key); code.take() }
        Layout.fillWidth: true
    }
    DeskField {
        id: code
        visible: !bench.choosesPlace
        placeholder: bench.words.scan_prompt
        iconName: "scan-line"
        longest: 200
        property string typed: ""
        value: typed
        onEdited: text => typed = text
        onEntered: text => { panel.desk.scan(text); typed = text; typed = "" }
        Component.onCompleted: if (!Theme.portrait) take()
        Layout.fillWidth: true
    }
    PagedLines {
        visible: !bench.choosesPlace
        lines: bench.scans.tape
        gap: Theme.px(6)
        delegate: Component { ScanLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
