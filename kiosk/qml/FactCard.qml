// One fact: an icon, what it is about, and what there is to know.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: fact
    property string iconName: ""
    property string title: ""
    property string text: ""
    property string tone: "soft"
    implicitHeight: row.implicitHeight + 2 * Theme.px(22)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(22)
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(28)
        spacing: Theme.px(24)
        IconDisc {
            name: fact.iconName
            size: Theme.px(72)
            iconColor: fact.tone === "soft" ? Theme.brand : Theme.tone(fact.tone)
            color: fact.tone === "soft" ? Theme.tint : Theme.toneTint(fact.tone)
        }
        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            WordText {
                text: fact.title
                color: Theme.soft
                font.pixelSize: Theme.leastSize
                Layout.fillWidth: true
            }
            WordText {
                text: fact.text
                bold: true
                font.pixelSize: Theme.type(Theme.portrait ? 34 : 30)
                Layout.fillWidth: true
            }
        }
    }
}
