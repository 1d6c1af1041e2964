// One sum of the due page: how many, in words and never by colour alone.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: card
    property var sum: ({})
    readonly property string tone: sum.count > 0 ? sum.tone : "soft"

    radius: Theme.smallRadius
    color: Theme.toneTint(tone)
    border.width: Theme.line
    border.color: sum.count > 0 ? Theme.tone(tone) : Theme.hairline
    implicitHeight: column.implicitHeight + 2 * Theme.px(10)
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.px(10)
        spacing: 0
        NumberText {
            text: card.sum.count
            color: Theme.tone(card.tone)
            weight: 800
            font.pixelSize: Theme.px(Theme.portrait ? 32 : 54)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        DeskText {
            text: card.sum.name || ""
            size: 22
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
