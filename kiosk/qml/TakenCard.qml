// The number with its service, how many wait before it and for how long.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property var words: kiosk.preferences.words
    implicitHeight: column.implicitHeight + 2 * Theme.px(32)

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.px(Theme.portrait ? 36 : 28)
        spacing: 0

        Row {
            spacing: Theme.px(24)
            Layout.alignment: Qt.AlignHCenter
            WordText {
                id: title
                text: card.words.thanks_title
                color: Theme.soft
                font.pixelSize: Theme.headingSize
                bold: true
                wrapMode: Text.NoWrap
                Accessible.role: Accessible.Heading
            }
            Rectangle {
                visible: kiosk.thanks.has_priority
                color: Theme.gold
                radius: height / 2
                width: chip.implicitWidth + 2 * Theme.px(26)
                height: title.height
                WordText {
                    id: chip
                    anchors.centerIn: parent
                    text: card.words.thanks_priority
                    color: Theme.goldInk
                    bold: true
                    font.pixelSize: Theme.bodySize
                }
            }
        }
        NumberText {
            text: kiosk.thanks.number
            color: Theme.brand
            font.pixelSize: Theme.px(330)
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(150)
            weight: 800
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.px(300)
            Layout.minimumHeight: Theme.px(180)
            Accessible.role: Accessible.AlertMessage
        }
        WordText {
            text: kiosk.thanks.service
            font.pixelSize: Theme.tileSize
            bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Rectangle {
            color: Theme.hairline
            implicitHeight: Theme.line
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(Theme.portrait ? 36 : 20)
        }
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.topMargin: Theme.px(Theme.portrait ? 28 : 18)
            ThanksFigure { iconName: "users"; label: card.words.people_ahead; value: kiosk.thanks.ahead }
            Rectangle { color: Theme.hairline; implicitWidth: Theme.line; Layout.fillHeight: true }
            ThanksFigure { iconName: "clock"; label: card.words.expected_wait; value: kiosk.thanks.expected }
        }
    }
}
