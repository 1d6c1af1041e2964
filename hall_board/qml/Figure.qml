// One count and what it counts, in both languages.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: root
    property string name: ""
    property string value: ""
    property string unit: ""
    property string of: ""

    spacing: 0
    Layout.fillWidth: true
    Layout.horizontalStretchFactor: 1
    Layout.preferredWidth: 10
    RowLayout {
        spacing: Theme.px(10)
        NumberText {
            id: figure
            text: root.value
            color: Theme.board.ink
            font.pixelSize: Theme.px(56)
            lineHeight: 0.92
            Layout.alignment: Qt.AlignBaseline
        }
        WordText {
            visible: text !== "" && root.value !== "—"
            text: root.unit
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
            Layout.alignment: Qt.AlignBaseline
        }
        NumberText {
            visible: text !== ""
            text: root.of
            weight: 500
            color: Theme.board.sky
            font.pixelSize: Theme.board.leastSize
            Layout.alignment: Qt.AlignBaseline
        }
    }
    WordText {
        text: board.words.vi[root.name]
        color: Theme.board.ink
        font.pixelSize: Theme.px(30)
        Layout.fillWidth: true
    }
    WordText {
        text: board.words.en[root.name]
        color: Theme.board.sky
        font.pixelSize: Theme.board.leastSize
        Layout.fillWidth: true
    }
}
