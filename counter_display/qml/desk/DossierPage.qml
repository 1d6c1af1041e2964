// One dossier: found by its receipt or its code, shown as it stands, and moved on.
import QtQuick
import QtQuick.Layouts
import Kit
import ".."

DeskPage {
    id: page
    readonly property var opened: panel.desk.opened
    readonly property bool isOpen: opened.state === "open"

    title: panel.preferences.words.dossier_title
    about: isOpen ? opened.face.code : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 8 : 14)

        RowLayout {
            visible: page.opened.whose.state !== "editing"
            spacing: Theme.px(12)
            Layout.fillWidth: true
            Layout.fillHeight: false
            DeskField {
                id: code
                placeholder: panel.preferences.words.dossier_prompt
                iconName: "scan-line"
                longest: 200
                property string typed: ""
                value: typed
                onEdited: text => typed = text
                onEntered: text => { panel.desk.scan(text); typed = text; typed = "" }
                Component.onCompleted: if (!page.isOpen) take()
                Layout.fillWidth: true
            }
            DeskButton {
                text: panel.preferences.words.dossier_find
                iconName: "arrow-right"
                iconOnly: Theme.portrait
                enabled: code.typed !== ""
                onClicked: { const text = code.typed; code.typed = ""; panel.desk.scan(text) }
            }
        }
        DeskNote {
            text: page.opened.state === "asking" ? panel.preferences.words.dossier_asking : page.opened.message
            tone: page.opened.state === "asking" ? "soft" : page.opened.tone
            Layout.fillWidth: true
        }
        Loader {
            active: page.isOpen
            sourceComponent: Theme.portrait ? tall : wide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item { visible: !page.isOpen; Layout.fillHeight: true }
    }
    Component { id: wide; DossierWide {} }
    Component { id: tall; DossierTall {} }
}
