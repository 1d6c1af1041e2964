// One dossier: where it stands, when it is due, what to do now; or why it can't be shown.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    readonly property var dossier: kiosk.tracking.page
    spacing: Theme.px(20)

    ColumnLayout {
        visible: !page.dossier.is_refusal
        spacing: Theme.px(6)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(Theme.portrait ? 40 : 22)
        NumberText {
            text: page.dossier.code
            color: Theme.soft
            font.pixelSize: Theme.type(30)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(20)
            Layout.fillWidth: true
        }
        WordText {
            text: page.dossier.name
            // A ticket's number is read from afar, a procedure's name from near.
            // The longest are whole rather than large.
            font.pixelSize: text.length > 120 ? Theme.px(Theme.portrait ? 34 : 26) : Theme.type(text.length > 60 ? (Theme.portrait ? 34 : 26)
                                     : text.length > 6 ? (Theme.portrait ? 44 : 32) : Theme.portrait ? 120 : 72)
            font.weight: Font.Bold
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
    }
    Rectangle {
        id: stands
        radius: Theme.radius
        color: Theme.toneTint(page.dossier.tone)
        border.width: Theme.line
        border.color: page.dossier.tone === "soft" ? Theme.border : Theme.tone(page.dossier.tone)
        implicitHeight: state.implicitHeight + 2 * Theme.px(Theme.portrait ? 36 : 24)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: page.dossier.is_refusal ? Theme.px(Theme.portrait ? 120 : 40) : 0
        RowLayout {
            id: state
            anchors {
                left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                leftMargin: Theme.px(36); rightMargin: Theme.px(36)
            }
            spacing: Theme.px(32)
            IconImage {
                name: page.dossier.icon
                size: Theme.px(Theme.portrait ? 140 : 96)
                color: page.dossier.tone === "soft" ? Theme.brand : Theme.tone(page.dossier.tone)
            }
            ColumnLayout {
                spacing: Theme.px(8)
                Layout.fillWidth: true
                WordText {
                    text: page.dossier.headline
                    font.pixelSize: Theme.type(Theme.portrait ? 56 : 42)
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                NumberText {
                    visible: page.dossier.is_refusal && text !== ""
                    text: page.dossier.code
                    color: Theme.soft
                    font.pixelSize: Theme.type(30)
                }
                WordText {
                    text: page.dossier.advice
                    font.pixelSize: text.length > 160 ? Theme.px(Theme.portrait ? 32 : 26)
                                  : Theme.type(text.length > 120 ? (Theme.portrait ? 28 : 26) : Theme.portrait ? 38 : 32)
                    Layout.fillWidth: true
                }
            }
        }
    }
    GridLayout {
        columns: Theme.portrait ? 1 : 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Repeater {
            model: page.dossier.facts
            FactCard {
                required property var modelData
                iconName: modelData.icon
                title: modelData.title
                text: modelData.text
                Layout.fillWidth: true
                Layout.fillHeight: !Theme.portrait
                Layout.minimumHeight: implicitHeight
                Layout.preferredWidth: modelData.text.length > 40 ? 2 : 1
            }
        }
    }
    Item { Layout.fillHeight: true; Layout.preferredHeight: 0 }
    GridLayout {
        columns: Theme.portrait ? 2 : 3
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.bottomMargin: Theme.px(Theme.portrait ? 36 : 22)
        BigButton {
            visible: page.dossier.collect !== ""
            enabled: kiosk.may_choose && kiosk.online
            kind: "gold"
            iconName: kiosk.under_way !== "" ? "hourglass" : "ticket"
            text: kiosk.under_way !== "" ? page.words.asking : page.dossier.collect
            textSize: Theme.type(Theme.portrait ? 42 : 32)
            Layout.columnSpan: Theme.portrait ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.preferredHeight: Theme.px(Theme.portrait ? 150 : 116)
            Layout.minimumHeight: implicitHeight
            onClicked: kiosk.collect()
        }
        BigButton {
            kind: "plain"
            iconName: "scan-line"
            text: kiosk.tracking.asked.again
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.px(116)
            Layout.minimumHeight: implicitHeight
            onClicked: kiosk.track()
        }
        BigButton {
            kind: "plain"
            iconName: "house"
            text: page.words.done
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.px(116)
            Layout.minimumHeight: implicitHeight
            onClicked: kiosk.rest()
        }
    }
}
