// The counter's own number, always there, whatever else the sign says.
import QtQuick
import Kit

Rectangle {
    id: plate
    property bool isWide: true

    radius: Theme.radius
    color: Theme.board.card
    border.width: Theme.line
    border.color: Theme.board.line
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text + " " + number.text

    Column {
        id: words
        readonly property string text: sign.preferences.words.counter
        x: plate.isWide ? 0 : Theme.px(48)
        width: plate.isWide ? parent.width : parent.width / 2
        y: plate.isWide ? Theme.px(36) : (parent.height - height) / 2
        WordText {
            width: parent.width
            text: sign.counter_words
            color: Theme.board.ink
            bold: true
            font.capitalization: Font.AllUppercase
            horizontalAlignment: plate.isWide ? Text.AlignHCenter : Text.AlignLeft
            font.pixelSize: Theme.px(58)
            Accessible.ignored: true
        }
        WordText {
            width: parent.width
            text: sign.counter_words_beside
            color: Theme.board.sky
            horizontalAlignment: plate.isWide ? Text.AlignHCenter : Text.AlignLeft
            font.pixelSize: Theme.px(38)
            Accessible.ignored: true
        }
    }
    NumberText {
        id: number
        anchors.left: plate.isWide ? parent.left : words.right
        anchors.right: parent.right
        anchors.top: plate.isWide ? words.bottom : parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(24)
        anchors.rightMargin: plate.isWide ? Theme.px(24) : Theme.px(48)
        anchors.bottomMargin: plate.isWide ? Theme.px(20) : 0
        text: sign.counter || "–"
        color: Theme.board.ink
        weight: 800
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.px(60)
        font.pixelSize: Theme.px(plate.isWide ? 420 : 190)
        horizontalAlignment: plate.isWide ? Text.AlignHCenter : Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
