// A question in place of the panel's lists: large answers, each with its key; Esc leads back.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: sheet
    readonly property var asked: panel.floor.sheet
    readonly property int inset: Theme.px(Theme.portrait ? 14 : 32)
    readonly property int most: Theme.portrait ? 12 : 32
    property int first: 0
    readonly property var shown: asked.writes ? [] : asked.options.slice(first, first + most)
    readonly property int answers: shown.length
    readonly property int columns: Theme.portrait ? (answers > 8 ? 2 : 1) : answers > 12 ? 4 : answers > 4 ? 3 : Math.max(1, answers)

    Connections {
        target: sheet.asked
        function onChanged() { sheet.first = 0 }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: sheet.inset
        spacing: Theme.px(Theme.portrait ? 10 : 20)

        RowLayout {
            spacing: Theme.px(Theme.portrait ? 10 : 24)
            Layout.fillWidth: true
            NumberText {
                visible: text !== "" && !Theme.portrait
                text: panel.current.number || ""
                color: Theme.brand
                weight: 800
                font.pixelSize: Theme.px(Theme.portrait ? 34 : 60)
            }
            WordText {
                text: sheet.asked.title
                font.weight: Font.Bold
                font.pixelSize: Theme.type(Theme.portrait ? 24 : 40)
                Layout.fillWidth: true
            }
            SheetButton {
                visible: !sheet.asked.writes && sheet.asked.options.length > sheet.most
                text: panel.preferences.words.sheet_others
                iconName: "chevrons-right"
                onClicked: sheet.first = sheet.first + sheet.most < sheet.asked.options.length ? sheet.first + sheet.most : 0
            }
            SheetButton {
                text: panel.preferences.words.sheet_back
                iconName: "arrow-left"
                keyName: "Esc"
                onClicked: sheet.asked.back()
            }
        }
        WordText {
            visible: text !== ""
            text: sheet.asked.hint
            color: Theme.soft
            font.pixelSize: Theme.type(Theme.portrait ? 18 : 27)
            Layout.fillWidth: true
        }
        GridLayout {
            visible: sheet.answers > 0
            columns: sheet.columns
            columnSpacing: Theme.px(Theme.portrait ? 8 : 16)
            rowSpacing: columnSpacing
            uniformCellWidths: true
            uniformCellHeights: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.ceil(sheet.answers / sheet.columns) * Theme.px(Theme.portrait ? 96 : 170)
            Repeater {
                model: sheet.shown
                ChoiceButton {
                    required property var modelData
                    required property int index
                    option: modelData
                    isDense: sheet.answers > (Theme.portrait ? 6 : 16)
                    onClicked: sheet.asked.choose(sheet.first + index)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: Theme.px(Theme.portrait ? 56 : 72)
                }
            }
        }
        SheetLine {
            visible: sheet.asked.writes !== ""
            Layout.fillWidth: true
        }
        NumberKeys {
            visible: sheet.asked.writes === "number"
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item { Layout.fillHeight: true }
    }
}
