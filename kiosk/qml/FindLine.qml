// What has been typed, with a caret, and the way to an empty line.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: line
    readonly property bool empty: kiosk.finding.text === ""

    implicitHeight: Math.max(Theme.px(120), Theme.type(36) * 2)
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.strongLine
    border.color: Theme.brand
    Accessible.role: Accessible.EditableText
    Accessible.name: kiosk.preferences.words.find_title
    Accessible.description: kiosk.finding.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(12)
        spacing: Theme.px(20)
        IconImage { name: "search"; size: Theme.px(52); color: Theme.brand }
        WordText {
            text: line.empty ? kiosk.preferences.words.find_prompt : kiosk.finding.text + "│"
            color: line.empty ? Theme.soft : Theme.ink
            font.pixelSize: Theme.type(line.empty ? 30 : 36)
            bold: !line.empty
            wrapMode: Text.WrapAnywhere
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.type(24)
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        BigButton {
            visible: !line.empty
            kind: "plain"
            iconName: "x"
            iconOnly: true
            text: kiosk.preferences.words.key_clear
            onClicked: kiosk.finding.write("")
        }
    }
}
