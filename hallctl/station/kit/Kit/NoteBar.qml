// A sentence the person should see before anything else. tone: "good" | "warn" | "bad" | "soft".
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: note
    property string tone: "warn"
    property string iconName: "circle-alert"
    property string title: ""
    property string text: ""

    radius: Theme.radius
    color: Theme.toneTint(tone)
    border.width: Theme.line
    border.color: Theme.tone(tone)
    implicitHeight: row.implicitHeight + 2 * Theme.px(22)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + (title && text ? ". " : "") + text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(22)
        anchors.leftMargin: Theme.px(30)
        anchors.rightMargin: Theme.px(30)
        spacing: Theme.px(24)
        IconImage { name: note.iconName; color: Theme.tone(note.tone); size: Theme.px(56) }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true
            WordText {
                visible: note.title !== ""
                text: note.title
                bold: true
                color: Theme.tone(note.tone)
                font.pixelSize: Theme.buttonSize
                Layout.fillWidth: true
            }
            WordText {
                visible: note.text !== ""
                text: note.text
                font.pixelSize: Theme.statusSize
                Layout.fillWidth: true
            }
        }
    }
}
