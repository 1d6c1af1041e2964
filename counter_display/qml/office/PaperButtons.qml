// A paper of the hall: opened, saved or printed on this machine.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

RowLayout {
    id: row
    property string about: ""
    property bool isReady: true
    signal asked(string act)

    spacing: Theme.px(8)
    Layout.fillHeight: false

    Repeater {
        model: [["open", "eye"], ["save", "download"], ["print", "printer"]]
        DeskButton {
            required property var modelData
            text: panel.preferences.words["form_" + modelData[0]]
            iconName: modelData[1]
            iconOnly: true
            enabled: row.isReady
            implicitHeight: Theme.px(60)
            implicitWidth: Theme.px(Theme.portrait ? 60 : 72)
            Accessible.name: text + ": " + row.about
            onClicked: row.asked(modelData[0])
        }
    }
}
