// Results brought home: what is ready, what is under way, and the batches that left today.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

DeskPage {
    id: page
    readonly property var deliveries: panel.desk.deliveries
    readonly property var words: panel.preferences.words
    property string part: "ready"

    title: words.desk_deliveries
    about: Theme.portrait ? "" : words.deliveries_hint

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 8 : 14)

        OfficeNotes { desk: page.deliveries; Layout.fillWidth: true }
        RowLayout {
            visible: Theme.portrait
            spacing: Theme.px(6)
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: ["ready", "under_way", "batches"]
                DeskTab {
                    required property string modelData
                    text: page.words["deliveries_" + modelData + "_tab"]
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
            uniformCellSizes: !Theme.portrait
            Layout.fillWidth: true
            Layout.fillHeight: true
            Card {
                visible: !Theme.portrait || page.part === "ready"
                Layout.fillWidth: true
                Layout.fillHeight: true
                ReadyResults { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
            Card {
                visible: !Theme.portrait || page.part === "under_way"
                Layout.fillWidth: true
                Layout.fillHeight: true
                UnderWay { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
            Card {
                visible: !Theme.portrait || page.part === "batches"
                Layout.fillWidth: true
                Layout.fillHeight: true
                BatchList { anchors.fill: parent; anchors.margins: Theme.px(Theme.portrait ? 12 : 20) }
            }
        }
    }
}
