// What has been typed, with a caret, and the way to an empty line.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: field
    property var line: kiosk.finding
    property bool oneLine: false
    property string iconName: "search"
    property string prompt: kiosk.preferences.words.find_prompt
    property string title: kiosk.preferences.words.find_title
    readonly property bool empty: field.line.text === ""

    implicitHeight: Math.max(Theme.px(120), Theme.type(36) * 2)
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.strongLine
    border.color: Theme.brand
    Accessible.role: Accessible.EditableText
    Accessible.name: field.title
    Accessible.description: field.line.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(12)
        spacing: Theme.px(20)
        IconImage { name: field.iconName; size: Theme.px(52); color: Theme.brand }
        WordText {
            text: field.empty ? field.prompt : field.line.text + "│"
            color: field.empty ? Theme.soft : Theme.ink
            font.pixelSize: Theme.type(field.empty ? 30 : 36)
            bold: !field.empty
            wrapMode: field.oneLine ? Text.NoWrap : Text.WrapAnywhere
            fontSizeMode: field.oneLine ? Text.HorizontalFit : Text.Fit
            minimumPixelSize: field.oneLine ? Theme.px(20) : Theme.type(24)
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        BigButton {
            visible: !field.empty
            kind: "plain"
            iconName: "x"
            iconOnly: true
            text: kiosk.preferences.words.key_clear
            onClicked: field.line.write("")
        }
    }
}
