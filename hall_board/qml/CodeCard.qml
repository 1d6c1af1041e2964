// The hall's code for phones, with what to do and in which Wi-Fi: a strip beneath the queues, or large in their place.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: card
    property bool large: false
    readonly property int stripHeight: Theme.px(Theme.portrait ? 236 : 216)
    readonly property int codeSize: large ? Math.min(height - Theme.px(56), Math.round(width * 0.52))
                                          : stripHeight - Theme.px(36)

    radius: Theme.px(26)
    color: Theme.board.card

    RowLayout {
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        spacing: Theme.px(card.large ? 40 : 28)
        QrImage {
            objectName: "code"
            text: board.code.address
            size: card.codeSize
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: Theme.px(card.large ? 14 : 2)
            Layout.fillWidth: true
            WordText {
                text: board.words.vi.code_title
                color: Theme.board.ink
                font.pixelSize: Theme.px(card.large ? 58 : 40)
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            WordText {
                text: board.words.beside.code_title
                color: Theme.board.sky
                font.pixelSize: card.large ? Theme.px(36) : Theme.board.leastSize
                Layout.fillWidth: true
            }
            RowLayout {
                visible: board.code.wifi !== ""
                spacing: Theme.px(14)
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(8)
                IconImage {
                    name: "wifi"
                    size: Theme.px(card.large ? 48 : 36)
                    color: Theme.board.gold
                    Layout.alignment: Qt.AlignVCenter
                }
                WordText {
                    text: board.code.wifi
                    color: Theme.board.gold
                    font.pixelSize: Theme.px(card.large ? 40 : 32)
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
            }
        }
    }
}
