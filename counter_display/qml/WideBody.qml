// On a desk: my counter at the left, its queue at the right.
import QtQuick
import QtQuick.Layouts
import Kit
import "desk"

RowLayout {
    spacing: Theme.px(24)

    ColumnLayout {
        spacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 58

        CurrentCard {
            visible: panel.scene !== "closed" && panel.scene !== "sign_in"
            Layout.fillWidth: true
            Layout.fillHeight: true
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
        CallButton {
            visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
            Layout.fillWidth: true
        }
        ActionRow {
            visible: panel.scene === "free" || panel.scene === "serving" || panel.scene === "break"
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        DeedRow {
            visible: panel.floor.deeds.count > 0 && panel.is_online
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
    ColumnLayout {
        id: side
        readonly property bool offersProfiles: panel.scene === "closed" && panel.opening.profiles.length > 0

        visible: panel.scene !== "connecting"
        spacing: Theme.px(20)
        opacity: panel.is_online ? 1 : 0.7
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 42

        DeskRow {
            visible: panel.scene === "free" || panel.scene === "serving"
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        Card {
            visible: side.offersProfiles
            Layout.fillWidth: true
            implicitHeight: profiles.implicitHeight + 2 * Theme.px(22)
            ProfileCard { id: profiles; anchors.fill: parent; anchors.margins: Theme.px(22) }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            WaitingList { anchors.fill: parent; anchors.margins: Theme.px(26) }
        }
        // Side by side, so that the queue keeps its room.
        RowLayout {
            visible: !side.offersProfiles
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Card {
                visible: panel.floor.parked.length > 0 && panel.is_online
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 10
                implicitHeight: parkedList.implicitHeight + 2 * Theme.px(18)
                ParkedList {
                    id: parkedList
                    anchors.fill: parent
                    anchors.margins: Theme.px(18)
                    anchors.leftMargin: Theme.px(26)
                    anchors.rightMargin: Theme.px(26)
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 10
                implicitHeight: missedList.implicitHeight + 2 * Theme.px(22)
                MissedList {
                    id: missedList
                    anchors.fill: parent
                    anchors.margins: Theme.px(22)
                    anchors.leftMargin: Theme.px(26)
                    anchors.rightMargin: Theme.px(26)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            implicitHeight: figures.implicitHeight + 2 * Theme.px(20)
            FigureRow { id: figures; anchors.fill: parent; anchors.margins: Theme.px(20) }
        }
    }
}
