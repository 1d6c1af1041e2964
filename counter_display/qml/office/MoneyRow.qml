// One line of the day's money: whose, how often, taken, paid back, left.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

RowLayout {
    id: row
    property var line: ({})
    property bool isHead: false
    property bool isTotal: false
    readonly property var cells: Theme.portrait ? ["payments", "balance"]
                                                : ["payments", "taken", "paid_back", "balance"]

    spacing: Theme.px(10)
    DeskText {
        text: row.line.name || ""
        bold: row.isTotal
        color: row.isHead ? Theme.soft : Theme.ink
        size: row.isHead ? 21 : 24
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(11)
        Layout.fillWidth: true
        Layout.preferredWidth: 34
    }
    Repeater {
        model: row.cells
        NumberText {
            required property string modelData
            text: row.line[modelData] || ""
            color: row.isHead ? Theme.soft : modelData === "balance" ? Theme.good : Theme.ink
            weight: row.isTotal ? 800 : modelData === "balance" ? 700 : 500
            horizontalAlignment: Text.AlignRight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(11)
            font.pixelSize: Theme.px((Theme.portrait ? 0.78 : 1) * (row.isHead ? 20 : 24))
            font.family: row.isHead ? Theme.wordFamily : Theme.numberFamily
            Layout.fillWidth: true
            Layout.preferredWidth: modelData === "payments" ? 10 : 20
        }
    }
}
