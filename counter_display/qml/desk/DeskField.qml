// One line to type on, its label above it; what is wrong takes the label's place. A scanner that
// types a citizen card into it fills the whole form instead.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: field
    property string label: ""
    property string value: ""
    property string wrong: ""
    property string placeholder: ""
    property string iconName: ""
    property int longest: 300
    property bool numeric: false
    signal edited(string text)
    signal entered(string text)
    function take() { line.forceActiveFocus(); line.selectAll() }

    spacing: Theme.px(4)
    Layout.fillHeight: false

    DeskText {
        visible: text !== ""
        text: field.wrong || field.label
        color: field.wrong ? Theme.bad : Theme.soft
        bold: field.wrong !== ""
        size: 21
        Layout.fillWidth: true
    }
    Rectangle {
        radius: Theme.smallRadius
        color: field.enabled ? Theme.card : Theme.disabledCard
        border.width: line.activeFocus ? Theme.strongLine : Theme.line
        border.color: field.wrong ? Theme.bad : line.activeFocus ? Theme.brand : Theme.border
        implicitHeight: Theme.px(Theme.portrait ? 48 : 58)
        Layout.fillWidth: true

        IconImage {
            id: icon
            visible: name !== ""
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            name: field.iconName
            color: Theme.brand
            size: Theme.px(Theme.portrait ? 24 : 32)
        }
        DeskText {
            anchors.fill: line
            visible: line.text === ""
            text: field.placeholder
            color: Theme.soft
            size: 25
            maximumLineCount: 1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(14)
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        TextInput {
            id: line
            anchors.left: icon.visible ? icon.right : parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.px(14)
            anchors.rightMargin: Theme.px(14)
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            verticalAlignment: TextInput.AlignVCenter
            text: field.value
            // A card's text is longer than any field; it is never kept in one.
            maximumLength: 1000
            clip: true
            selectByMouse: true
            activeFocusOnTab: true
            color: Theme.ink
            selectionColor: Theme.brand
            selectedTextColor: Theme.brandInk
            font.family: field.numeric ? Theme.numberFamily : Theme.wordFamily
            font.pixelSize: Theme.px(Theme.portrait ? 20 : 26)
            inputMethodHints: field.numeric ? Qt.ImhPreferNumbers : Qt.ImhNone
            onTextEdited: if (text.indexOf("|") < 0) field.edited(text.slice(0, field.longest))
            onAccepted: {
                if (text.indexOf("|") < 0) { field.entered(text); return }
                const scanned = text
                line.text = Qt.binding(() => field.value)
                panel.desk.scan(scanned)
            }
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label || field.placeholder
            Accessible.description: field.wrong
        }
    }
}
