// Whose dossier it is: shown when asked for, for every look is written down.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: card
    readonly property var opened: panel.desk.opened
    readonly property var words: panel.preferences.words
    readonly property string state: opened.person_state
    readonly property var values: opened.person.values

    spacing: Theme.px(8)

    RowLayout {
        spacing: Theme.px(10)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskTitle { text: card.words.dossier_person; Layout.fillWidth: true }
        DeskButton {
            visible: card.state === "shown" || card.state === "nobody"
            text: card.state === "nobody" ? card.words.person_fill : card.words.person_edit
            iconName: "pencil"
            onClicked: card.opened.edit_person()
        }
        DeskButton {
            visible: card.state !== "hidden"
            text: card.words.person_hide
            iconName: "eye-off"
            iconOnly: true
            onClicked: card.opened.hide_person()
        }
    }
    DeskButton {
        visible: card.state === "hidden"
        text: card.words.person_show
        iconName: "eye"
        onClicked: card.opened.show_person()
        Layout.fillWidth: true
    }
    DeskText {
        visible: text !== ""
        text: card.state === "hidden" ? card.words.person_logged
            : card.state === "asking" ? card.words.person_asking
            : card.state === "nobody" ? card.words.person_nobody : ""
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    DeskText {
        visible: card.state === "shown"
        text: card.values.name
        bold: true
        size: 27
        Layout.fillWidth: true
    }
    DeskText {
        visible: card.state === "shown" && text !== ""
        text: [card.values.identity, card.values.birth_date].filter(one => one !== "").join(" · ")
        size: 23
        Layout.fillWidth: true
    }
    DeskText {
        visible: card.state === "shown" && text !== ""
        text: card.values.address
        size: 23
        Layout.fillWidth: true
    }
    DeskText {
        visible: card.state === "shown" && text !== ""
        text: [card.values.phone, card.values.email].filter(one => one !== "").join(" · ")
        size: 23
        Layout.fillWidth: true
    }
    ApplicantFields {
        visible: card.state === "editing"
        form: card.opened.person
        Layout.fillWidth: true
    }
    ApplicantWays {
        visible: card.state === "editing"
        form: card.opened.person
        byPost: card.opened.face.by_post === true
        Layout.fillWidth: true
    }
    DeskButton {
        visible: card.state === "editing"
        text: card.words.person_keep
        iconName: "check"
        kind: "primary"
        enabled: card.opened.person.complete
        onClicked: card.opened.keep_person()
        Layout.fillWidth: true
    }
}
