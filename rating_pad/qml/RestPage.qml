// The pad at rest: what it is for, which counter it belongs to; and a way to rate after all.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: page
    readonly property var words: pad.preferences.words
    color: Theme.deep

    // Faces are touched whenever they are seen: where there is nothing to rate, that is said.
    TapHandler { enabled: pad.invitation === ""; onTapped: pad.touch_rest() }
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(56)
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(64)
        rowSpacing: Theme.px(56)

        CounterPlate {
            Layout.fillWidth: Theme.portrait
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.px(400)
            Layout.preferredHeight: Theme.px(380)
        }
        ColumnLayout {
            spacing: Theme.px(30)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.px(460)
            Item { Layout.fillHeight: true }
            Row {
                visible: pad.online && (pad.invitation === "" || Theme.portrait)
                spacing: Theme.px(22)
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                Repeater {
                    model: 5
                    FaceImage {
                        required property int index
                        level: 5 - index
                        color: Theme.deepSoft
                        size: Theme.px(Theme.portrait ? 112 : 84)
                    }
                }
            }
            WordText {
                visible: pad.online
                text: pad.rest_words
                color: Theme.deepInk
                bold: true
                font.pixelSize: Theme.portrait ? Theme.type(54) : Math.min(Theme.type(46), Theme.px(54))
                lineHeight: 1.1
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
            }
            WordText {
                visible: pad.online && pad.rest_rate !== "" && pad.invitation === ""
                text: pad.rest_rate
                color: Theme.deepSoft
                font.pixelSize: Theme.type(Theme.portrait ? 36 : 30)
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
            }
            NoteBar {
                visible: !pad.online
                tone: "bad"
                iconName: "wifi-off"
                title: page.words.offline_title
                text: page.words.offline_text
                Layout.fillWidth: true
            }
            BigButton {
                visible: pad.invitation !== ""
                enabled: pad.takes_touch
                kind: "gold"
                iconName: "message-square-heart"
                text: pad.invitation
                textSize: Theme.type(34)
                onClicked: pad.ask()
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, Theme.px(116))
            }
            Item { Layout.fillHeight: true }
        }
    }
}
