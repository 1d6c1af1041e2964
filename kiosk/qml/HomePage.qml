// Which service? Everything a citizen can do starts here.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.px(Theme.portrait ? 22 : 18)
        anchors.bottomMargin: Theme.px(Theme.portrait ? 22 : 18)
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(20)

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.row: 0
            Layout.column: 0
            HomeTitle { visible: !note.visible; Layout.fillWidth: true }
            HomeNote { id: note; Layout.fillWidth: true; Layout.topMargin: Theme.px(6) }
        }
        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.row: 1
            Layout.column: 0
            Layout.columnSpan: Theme.portrait ? 1 : 2
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(20)
            Layout.fillHeight: false
            Layout.fillWidth: Theme.portrait
            Layout.preferredWidth: Theme.portrait ? -1 : Theme.type(1060)
            Layout.maximumWidth: Theme.portrait ? Infinity : Theme.px(1160)
            Layout.row: Theme.portrait ? 2 : 0
            Layout.column: Theme.portrait ? 0 : 1
            SeveralBar {
                visible: kiosk.several.is_on
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.columnSpan: Theme.portrait ? 1 : 2
            }
            RowLayout {
                visible: !kiosk.several.is_on
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(kiosk.wants_priority ? 400 : 680)
                WayButton {
                    iconName: "search"
                    text: kiosk.preferences.words.find
                    hint: kiosk.preferences.words.find_hint
                    hinted: Theme.portrait && kiosk.preferences.text_step < 1
                    enabled: kiosk.online
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: kiosk.find()
                }
                WayButton {
                    visible: Theme.portrait || !kiosk.wants_priority
                    iconName: "scan-search"
                    text: kiosk.tracking.asked.name
                    hint: kiosk.tracking.asked.hint
                    hinted: Theme.portrait && kiosk.preferences.text_step < 1
                    enabled: kiosk.online
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: kiosk.track()
                }
                GuideButton {
                    visible: !Theme.portrait && !kiosk.wants_priority
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
            RowLayout {
                visible: !kiosk.several.is_on
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(kiosk.wants_priority ? 740 : 480)
                PriorityBar {
                    visible: kiosk.has_groups
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                GuideButton {
                    visible: Theme.portrait && !kiosk.wants_priority
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
    }
}
