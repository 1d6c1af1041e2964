// Where the paper comes out, drawn and said.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    implicitHeight: Math.max(row.implicitHeight + 2 * Theme.px(28), Theme.px(260))
    radius: Theme.radius
    color: Theme.goodTint
    border.width: Theme.line
    border.color: Theme.good

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(28)
        anchors.leftMargin: Theme.px(36)
        spacing: Theme.px(36)
        PaperDrawing { number: kiosk.thanks.number; scaling: Theme.portrait ? 1 : 1.3; Layout.alignment: Qt.AlignVCenter }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true
            WordText {
                text: kiosk.preferences.words.take_paper
                font.pixelSize: Theme.portrait ? Theme.tileSize : Math.min(Theme.type(46), Theme.px(50))
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            WordText {
                text: kiosk.preferences.words.take_paper_hint
                font.pixelSize: Theme.portrait ? Theme.type(28) : Math.min(Theme.type(30), Theme.px(34))
                Layout.fillWidth: true
            }
        }
    }
}
