// The hall's code for phones, always in sight; away while the number just taken shows a code of its own.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: beside
    readonly property bool fits: !Theme.portrait || kiosk.preferences.text_step === 0
    visible: kiosk.codes.phone !== "" && kiosk.scene !== "thanks" && fits
    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.px(14)
    rowSpacing: Theme.px(2)

    QrImage {
        objectName: "code"
        text: kiosk.codes.phone
        size: Theme.px(Theme.portrait ? 120 : 104)
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignHCenter
        Layout.column: Theme.portrait ? 0 : 1
        Layout.row: 0
        Accessible.ignored: true  // the words beside it say it
    }
    WordText {
        text: kiosk.preferences.words.scan_for_number
        color: Theme.deepInk
        font.pixelSize: Math.min(Theme.leastSize, Theme.px(26))
        wrapMode: Theme.portrait ? Text.NoWrap : Text.WordWrap
        horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignRight
        Layout.column: 0
        Layout.row: Theme.portrait ? 1 : 0
        Layout.preferredWidth: Theme.portrait ? -1 : Theme.px(150)
        Layout.alignment: Qt.AlignHCenter
    }
}
