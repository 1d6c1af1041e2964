// In a hand: the number above, one list at a time in the middle, the buttons under the thumb.
import QtQuick
import QtQuick.Layouts
import Kit
import "desk"

ColumnLayout {
    id: body
    property string list: "waiting"
    readonly property string shown: list === "parked" && !panel.floor.parked.length ? "waiting" : list

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
        visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
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
                        ...(panel.floor.parked.length ? [{ list: "parked", name: panel.preferences.words.parked_tab,
                                                           count: panel.floor.parked.length }] : []),
                        { list: "missed", name: panel.preferences.words.no_show, count: panel.missed.length },
                        { list: "figures", name: panel.preferences.words.figures_tab, count: -1 },
                        { list: "desk", name: panel.preferences.words.face_tab, count: -1 }
                    ]
                    ListTab {
                        required property var modelData
                        text: modelData.name
                        count: modelData.count
                        isShown: body.shown === modelData.list
                        onClicked: body.list = modelData.list
                        Layout.fillWidth: true
                        Layout.preferredWidth: 10
                        Layout.fillHeight: true
                    }
                }
            }
            WaitingList {
                visible: body.shown === "waiting"
                hasTitle: false
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            ParkedList {
                visible: body.shown === "parked"
                hasTitle: false
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            MissedList {
                visible: body.shown === "missed"
                hasTitle: false
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            DeskRow {
                visible: body.shown === "desk"
                Layout.fillWidth: true
                Layout.fillHeight: false
            }
            Item { visible: body.shown === "desk"; Layout.fillHeight: true }
            FigureRow {
                visible: body.shown === "figures"
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    DeedRow {
        visible: panel.floor.deeds.count > 0 && body.shown !== "figures" && body.shown !== "desk"
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
    ActionRow {
        visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
    CallButton {
        visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
        Layout.fillWidth: true
    }
}
