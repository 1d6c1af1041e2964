// Nobody has touched the screen for a while: is somebody still there? Nothing is forgotten unasked.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    readonly property var words: kiosk.preferences.words

    // Wherever the hand falls, it is an answer.
    TapHandler { onTapped: kiosk.staying.stay() }
    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(1100))
        implicitHeight: column.implicitHeight + 2 * column.anchors.margins
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.words.still_title

        ColumnLayout {
            id: column
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.px(Theme.portrait ? 56 : 40)
            spacing: Theme.px(Theme.portrait ? 36 : 24)
            WordText {
                text: page.words.still_title
                font.pixelSize: Theme.titleSize
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            WordText {
                text: page.words.still_text
                color: Theme.soft
                font.pixelSize: Theme.type(36)
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            BigButton {
                kind: "gold"
                iconName: "hand"
                text: page.words.still_here
                textSize: Theme.type(42)
                onClicked: kiosk.staying.stay()
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, Theme.px(Theme.portrait ? 170 : 130))
            }
            BigButton {
                kind: "plain"
                text: page.words.still_done
                textSize: Theme.type(34)
                onClicked: kiosk.staying.leave()
                Layout.fillWidth: true
            }
            CountdownBar {
                share: kiosk.staying.share_left
                text: kiosk.staying.back_words
                Layout.fillWidth: true
            }
        }
    }
}
