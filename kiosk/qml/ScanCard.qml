// A code to scan with a phone, and what it leads to.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    property string address: ""
    property string title: ""
    property string text: ""
    visible: address !== ""
    implicitHeight: row.implicitHeight + 2 * Theme.px(20)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(20)
        spacing: Theme.px(kiosk.preferences.text_step < 2 ? 24 : 12)  // no word breaks in the largest letters
        QrImage {
            text: card.address
            size: Theme.px(Theme.portrait ? 180 : 160)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Accessible.ignored: true  // the words beside it say it
        }
        ColumnLayout {
            spacing: Theme.px(6)
            Layout.fillWidth: true
            WordText {
                text: card.title
                font.pixelSize: Theme.bodySize
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            WordText {
                visible: text !== "" && kiosk.preferences.text_step === 0
                text: card.text
                color: Theme.soft
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
            }
        }
    }
}
