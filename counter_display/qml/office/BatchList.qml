// Today's batches, each with the sheet that its carrier signs.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: list
    readonly property var page: panel.desk.deliveries
    readonly property var words: panel.preferences.words

    spacing: Theme.px(10)

    DeskTitle { visible: !Theme.portrait; text: list.words.batches_title; Layout.fillWidth: true }
    DeskText {
        text: list.page.batches.length ? list.words.batches_logged : list.words.batches_none
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    PagedLines {
        lines: list.page.batches
        delegate: Component {
            Rectangle {
                readonly property var line: parent.modelData
                radius: Theme.smallRadius
                color: Theme.card
                border.width: Theme.line
                border.color: Theme.hairline
                implicitHeight: inside.implicitHeight + 2 * Theme.px(10)
                ColumnLayout {
                    id: inside
                    anchors.fill: parent
                    anchors.margins: Theme.px(10)
                    spacing: Theme.px(6)
                    NumberText {
                        text: line.batch
                        color: Theme.brand
                        weight: 700
                        font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
                    }
                    DeskText { text: line.words; size: 21; Layout.fillWidth: true }
                    PaperButtons {
                        about: line.batch
                        isReady: !list.page.pdf.is_busy
                        onAsked: act => list.page.paper(act, line.batch)
                        Layout.alignment: Qt.AlignRight
                    }
                }
            }
        }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
