// In a hand: the number above, one list at a time in the middle, the buttons under the thumb.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: body
    property string list: "waiting"

    spacing: Theme.px(12)

    CurrentCard {
        visible: panel.scene !== "closed" && panel.scene !== "sign_in"
        Layout.fillWidth: true
        Layout.fillHeight: panel.scene === "connecting" || panel.scene === "hall_closed"
    }
    SignInCard {
        visible: panel.scene === "sign_in"
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    OpeningCard {
        visible: panel.scene === "closed"
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Card {
        visible: panel.scene === "free" || panel.scene === "serving"
        opacity: panel.is_online ? 1 : 0.55
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            spacing: Theme.px(8)
            RowLayout {
                spacing: Theme.px(8)
                Layout.fillWidth: true
                Layout.fillHeight: false
                Repeater {
                    model: [
                        { list: "waiting", name: panel.preferences.words.waiting_tab, count: panel.waiting_total },
                        { list: "missed", name: panel.preferences.words.no_show, count: panel.missed.length },
                        { list: "figures", name: panel.preferences.words.figures_tab, count: -1 }
                    ]
                    ListTab {
                        required property var modelData
                        text: modelData.name
                        count: modelData.count
                        isShown: body.list === modelData.list
                        onClicked: body.list = modelData.list
                        Layout.fillWidth: true
                        Layout.preferredWidth: 10
                        Layout.fillHeight: true
                    }
                }
            }
            WaitingList {
                visible: body.list === "waiting"
                hasTitle: false
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            MissedList {
                visible: body.list === "missed"
                hasTitle: false
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            FigureRow {
                visible: body.list === "figures"
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    ActionRow {
        visible: panel.scene === "free" || panel.scene === "serving"
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
    CallButton {
        visible: panel.scene === "free" || panel.scene === "serving"
        Layout.fillWidth: true
    }
}
