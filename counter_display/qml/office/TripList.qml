// Today's timetable; a trip that was opened can be looked at.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: list
    readonly property var runs: panel.desk.runs

    spacing: Theme.px(10)

    DeskTitle { visible: !Theme.portrait; text: panel.preferences.words.trips_title; Layout.fillWidth: true }
    DeskText {
        visible: list.runs.trips.length === 0
        text: panel.preferences.words.trips_none
        color: Theme.soft
        Layout.fillWidth: true
    }
    PagedLines {
        lines: list.runs.trips
        delegate: Component { TripLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    DeskButton {
        text: list.runs.next_words
        iconName: "truck"
        kind: "gold"
        enabled: !list.runs.is_busy
        onClicked: list.runs.open_next()
        Layout.fillWidth: true
    }
}
