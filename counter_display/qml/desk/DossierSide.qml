// Beside the dossier by turns: whose it is and its forms, its fees, its way home.
import QtQuick
import QtQuick.Layouts
import Kit
import "../office"

ColumnLayout {
    id: side
    readonly property var opened: panel.desk.opened
    readonly property var words: panel.preferences.words
    readonly property bool isEditing: opened.whose.state === "editing"
    readonly property bool looksFurther: opened.whose.others.lines.length > 0
    property string part: "person"

    spacing: Theme.px(14)

    RowLayout {
        visible: !side.isEditing
        spacing: Theme.px(6)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["person", "fees", "delivery"]
            DeskTab {
                required property string modelData
                text: side.words[modelData + "_tab"]
                isShown: side.part === modelData
                onClicked: side.part = modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.fillHeight: true
            }
        }
    }
    PersonCard {
        visible: side.isEditing || side.part === "person"
        Layout.fillWidth: true
        Layout.fillHeight: side.looksFurther
    }
    FormList {
        visible: !side.isEditing && side.part === "person" && !side.looksFurther
        forms: side.opened.forms
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Item { visible: side.isEditing; Layout.fillHeight: true }
    Loader {
        active: !side.isEditing && side.part !== "person"
        visible: active
        sourceComponent: side.part === "fees" ? fees : delivery
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Component { id: fees; FeesCard {} }
    Component { id: delivery; DeliveryCard {} }
}
