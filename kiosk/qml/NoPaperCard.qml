// No paper: the number stands all the same, and a phone can follow it.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    readonly property bool hasCode: kiosk.thanks.status_link !== ""
    implicitHeight: Math.max(row.implicitHeight + 2 * Theme.px(28), Theme.px(260))
    radius: Theme.radius
    color: Theme.warnTint
    border.width: Theme.line
    border.color: Theme.warn
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(28)
        spacing: Theme.px(32)
        QrImage {
            text: parent.parent.visible ? kiosk.thanks.status_link : ""
            size: Theme.px(260)
            Layout.alignment: Qt.AlignVCenter
        }
        IconImage { visible: !parent.parent.hasCode; name: "printer-x"; color: Theme.warn; size: Theme.px(110) }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true
            WordText {
                id: title
                text: kiosk.preferences.words.no_paper_title
                color: Theme.warn
                font.pixelSize: Theme.type(34)
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            WordText {
                text: row.parent.hasCode ? kiosk.preferences.words.no_paper_text
                                         : kiosk.preferences.words.no_paper_text_no_code
                font.pixelSize: Theme.bodySize
                Layout.fillWidth: true
            }
        }
    }
}
