// A station nobody has let in yet: its code, large, and whose hall it wants to come into.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    id: root
    readonly property var words: pairing.preferences.words
    color: Theme.deep

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(Theme.portrait ? 72 : 64)
        spacing: Theme.px(Theme.portrait ? 36 : 24)

        RowLayout {
            spacing: Theme.px(28)
            Layout.fillWidth: true

            Emblem { size: Theme.px(Theme.portrait ? 128 : 104) }
            ColumnLayout {
                spacing: Theme.px(4)
                Layout.fillWidth: true
                WordText {
                    text: root.words.pairing_title
                    color: Theme.deepInk
                    font.weight: Font.Bold
                    font.pixelSize: Theme.px(56)
                    Layout.fillWidth: true
                }
                WordText {
                    text: pairing.role + "\n" + pairing.hall
                    color: Theme.deepSoft
                    font.pixelSize: Theme.px(32)
                    Layout.fillWidth: true
                }
            }
            BigButton {
                text: root.words.other_language
                iconName: "languages"
                kind: "deep"
                onClicked: pairing.other_language()
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.px(48)
                spacing: Theme.px(28)

                Item { Layout.fillHeight: true }
                WordText {
                    text: root.words.pairing_text
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Theme.px(Theme.portrait ? 44 : 40)
                    Layout.fillWidth: true
                }
                NumberText {
                    visible: pairing.code !== ""
                    text: pairing.code
                    weight: 800
                    color: Theme.brand
                    font.pixelSize: Math.min(Theme.px(300), root.width * 0.17, root.height * (pairing.trouble === "" ? 0.28 : 0.18))
                    Layout.alignment: Qt.AlignHCenter
                }
                WordText {
                    text: pairing.code === "" ? root.words.pairing_waits : root.words.pairing_good
                    color: Theme.soft
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Theme.px(32)
                    Layout.fillWidth: true
                }
                Item { Layout.fillHeight: true }
                ColumnLayout {
                    visible: pairing.fingerprint !== ""
                    spacing: Theme.px(10)
                    Layout.fillWidth: true
                    WordText {
                        text: root.words.pairing_authority
                        color: Theme.soft
                        horizontalAlignment: Text.AlignHCenter
                        font.pixelSize: Theme.px(28)
                        Layout.fillWidth: true
                    }
                    NumberText {
                        text: pairing.fingerprint
                        weight: 700
                        color: Theme.ink
                        wrapMode: Text.WordWrap
                        horizontalAlignment: Text.AlignHCenter
                        font.pixelSize: Theme.px(34)
                        Layout.fillWidth: true
                    }
                }
            }
        }
        NoteBar {
            visible: pairing.trouble !== ""
            text: pairing.trouble
            Layout.fillWidth: true
        }
    }
}
