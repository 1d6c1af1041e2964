// A list of dossiers; a touch opens one.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    property string title: ""
    property string empty: ""
    property var lines: []

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(Theme.portrait ? 10 : 20)
        spacing: Theme.px(8)
        DeskTitle { text: card.title; Layout.fillWidth: true }
        DeskText {
            visible: card.lines.length === 0
            text: card.empty
            color: Theme.soft
            Layout.fillWidth: true
        }
        PagedLines {
            lines: card.lines
            delegate: Component { DueLine { line: parent.modelData } }
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
