// Several lines to type, their label above them.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: box
    property string label: ""
    property string value: ""
    property real lines: 4
    signal edited(string text)
    function take() { writing.forceActiveFocus() }

    spacing: Theme.px(4)
    Layout.fillHeight: false

    DeskText {
        text: box.label
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    Rectangle {
        radius: Theme.smallRadius
        color: Theme.card
        border.width: writing.activeFocus ? Theme.strongLine : Theme.line
        border.color: writing.activeFocus ? Theme.brand : Theme.border
        implicitHeight: box.lines * writing.font.pixelSize * 1.5 + 2 * Theme.px(12)
        Layout.fillWidth: true
        TextEdit {
            id: writing
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            clip: true
            wrapMode: TextEdit.Wrap
            text: box.value
            color: Theme.ink
            selectByMouse: true
            activeFocusOnTab: true
            font.family: Theme.wordFamily
            font.pixelSize: Theme.px(Theme.portrait ? 19 : 25)
            onTextChanged: if (text !== box.value) box.edited(text)
            Keys.onTabPressed: event => nextItemInFocusChain().forceActiveFocus()
            Accessible.role: Accessible.EditableText
            Accessible.name: box.label
        }
    }
}
