// How long it takes and what it costs, on each way of handing it in.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property var words: kiosk.preferences.words
    readonly property var ways: kiosk.finding.procedure.ways
    implicitHeight: column.implicitHeight + 2 * Theme.px(24)

    ColumnLayout {
        id: column
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(28)
        spacing: Theme.px(Theme.portrait ? 24 : 14)
        WordText {
            text: card.words.ways_title
            color: Theme.soft
            font.pixelSize: Theme.leastSize
            Layout.fillWidth: true
        }
        Repeater {
            model: card.ways
            RowLayout {
                required property var modelData
                spacing: Theme.px(20)
                Layout.fillWidth: true
                IconImage {
                    name: modelData.icon
                    size: Theme.px(46)
                    color: Theme.brand
                    Layout.alignment: Qt.AlignTop
                }
                WordText {
                    text: modelData.channel
                    font.pixelSize: Theme.type(Theme.portrait ? 30 : 26)
                    Layout.preferredWidth: Theme.type(Theme.portrait ? 230 : 190)
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    WordText {
                        text: modelData.term
                        bold: true
                        font.pixelSize: Theme.type(Theme.portrait ? 34 : 30)
                        Layout.fillWidth: true
                    }
                    WordText {
                        text: modelData.fee
                        color: Theme.soft
                        font.pixelSize: Theme.leastSize
                        Layout.fillWidth: true
                    }
                }
            }
        }
        WordText {
            visible: card.ways.length === 0
            text: card.words.term_unknown
            bold: true
            font.pixelSize: Theme.type(Theme.portrait ? 34 : 30)
            Layout.fillWidth: true
        }
        StatusDot {
            visible: text !== ""
            tone: "warn"
            textSize: Theme.leastSize
            text: kiosk.finding.procedure.cut_off
            Layout.fillWidth: true
        }
    }
}
