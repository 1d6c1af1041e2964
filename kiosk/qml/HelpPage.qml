// Three steps, drawn.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    spacing: 0

    WordText {
        text: page.words.help_title
        font.pixelSize: Theme.portrait ? Theme.titleSize : Theme.type(54)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.margins: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 40 : 22)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 28 : 18)
        Accessible.role: Accessible.Heading
    }
    GridLayout {
        columns: Theme.portrait ? 1 : 3
        rowSpacing: Theme.gap
        columnSpacing: Theme.gap
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        HelpStep {
            step: "1"; title: page.words.help_step_1; text: page.words.help_text_1
            TouchDrawing { anchors.centerIn: parent }
        }
        HelpStep {
            step: "2"; title: page.words.help_step_2; text: page.words.help_text_2
            PaperDrawing { anchors.centerIn: parent }
        }
        HelpStep {
            step: "3"; title: page.words.help_step_3; text: page.words.help_text_3
            BoardDrawing { anchors.centerIn: parent }
        }
    }
    GridLayout {
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.margins: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 28 : 22)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 36 : 24)
        RowLayout {
            visible: kiosk.codes.phone !== "" || kiosk.codes.complaint !== ""
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: 3
            ScanCard {
                address: kiosk.codes.phone
                title: page.words.scan_number_title
                text: kiosk.codes.wifi !== "" ? "Wi-Fi: " + kiosk.codes.wifi : ""
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            ScanCard {
                objectName: "complain"
                address: kiosk.codes.complaint
                title: page.words.scan_complaint_title
                text: page.words.scan_complaint_text
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }
        ColumnLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            NoteBar {
                tone: "soft"
                iconName: "hand-helping"
                text: page.words.help_people
                Layout.fillWidth: true
                Layout.fillHeight: !Theme.portrait
            }
            BigButton {
                text: page.words.help_done
                iconName: "check"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(Theme.portrait ? 116 : 96)
                onClicked: kiosk.go_home()
            }
        }
    }
}
