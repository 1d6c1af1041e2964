// Letters of the hall's services and the ten digits, for a finger.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: keys
    readonly property var asked: panel.floor.sheet
    readonly property var letters: asked.options.map(one => one.key)

    columns: Theme.portrait ? 6 : letters.length < 6 ? letters.length + 11 : Math.ceil((letters.length + 11) / 2)
    columnSpacing: Theme.px(Theme.portrait ? 6 : 12)
    rowSpacing: columnSpacing
    uniformCellWidths: true

    Repeater {
        model: keys.letters.concat(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫"])
        PressArea {
            id: key
            required property string modelData
            readonly property bool isErase: modelData === "⌫"
            text: isErase ? panel.preferences.words.sheet_erase : modelData
            focusPolicy: Qt.NoFocus
            corner: Theme.smallRadius
            implicitHeight: Theme.px(Theme.portrait ? 64 : 96)
            leftPadding: 0
            rightPadding: 0
            onClicked: isErase ? keys.asked.erase() : keys.asked.press(modelData)
            Layout.fillWidth: true

            background: Rectangle {
                radius: key.corner
                color: key.down ? Theme.pressed : Theme.tint
                border.width: Theme.line
                border.color: Theme.border
            }
            contentItem: Item {
                NumberText {
                    visible: !key.isErase
                    anchors.centerIn: parent
                    text: key.isErase ? "" : key.modelData
                    font.pixelSize: Theme.px(Theme.portrait ? 28 : 42)
                    Accessible.ignored: true
                }
                IconImage {
                    visible: key.isErase
                    anchors.centerIn: parent
                    name: "delete"
                    color: Theme.ink
                    size: Theme.px(Theme.portrait ? 30 : 42)
                }
            }
        }
    }
}
