// Results with a carrier: one is chosen, and how it ended is told.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: way
    readonly property var page: panel.desk.deliveries
    readonly property var words: panel.preferences.words

    spacing: Theme.px(10)

    DeskTitle { visible: !Theme.portrait; text: way.words.under_way_title; Layout.fillWidth: true }
    DeskText {
        visible: way.page.under_way.length === 0
        text: way.words.under_way_none
        color: Theme.soft
        Layout.fillWidth: true
    }
    PagedLines {
        lines: way.page.under_way
        delegate: Component {
            DueLine {
                line: parent.modelData
                isChosen: line.is_chosen === true
                onPicked: way.page.choose(line.dossier)
            }
        }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    ColumnLayout {
        visible: way.page.chosen !== ""
        spacing: Theme.px(10)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskField {
            label: way.words.came_back_reason
            value: way.page.reason
            longest: 500
            onEdited: text => way.page.write_reason(text)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(10)
            uniformCellSizes: true
            Layout.fillWidth: true
            DeskButton {
                text: way.words.delivery_act_came_back
                iconName: "rotate-ccw"
                enabled: way.page.reason !== "" && !way.page.is_busy
                onClicked: way.page.came_back()
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            DeskButton {
                text: way.words.delivery_act_delivered
                iconName: "circle-check-big"
                kind: "primary"
                enabled: !way.page.is_busy
                onClicked: way.page.delivered()
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
