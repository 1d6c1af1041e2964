// Results that lie ready: ticked, and handed to a carrier together.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: ready
    readonly property var page: panel.desk.deliveries
    readonly property var words: panel.preferences.words

    spacing: Theme.px(10)

    DeskTitle { visible: !Theme.portrait; text: ready.words.ready_results_title; Layout.fillWidth: true }
    DeskText {
        visible: ready.page.ready.length === 0
        text: ready.words.ready_results_none
        color: Theme.soft
        Layout.fillWidth: true
    }
    PagedLines {
        lines: ready.page.ready
        delegate: Component {
            CheckLine {
                entry: parent.modelData
                onClicked: ready.page.toggle(entry.name)
            }
        }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    DeskChips {
        visible: ready.page.carriers.length > 1
        label: ready.words.carrier_title
        options: ready.page.carriers.map(one => ({ key: one, name: one }))
        chosen: ready.page.carrier
        onChose: key => ready.page.name_carrier(key)
        Layout.fillWidth: true
    }
    DeskField {
        visible: ready.page.carriers.length === 0
        label: ready.words.carrier_title
        value: ready.page.carrier
        longest: 80
        onEdited: text => ready.page.name_carrier(text)
        Layout.fillWidth: true
    }
    DeskButton {
        text: ready.page.hand_words
        iconName: "truck"
        kind: "gold"
        enabled: ready.page.may_hand_over
        onClicked: ready.page.hand_over()
        Layout.fillWidth: true
    }
}
