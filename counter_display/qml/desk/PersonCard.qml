// Whose dossier it is: shown when asked for, for every look is written down.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: card
    readonly property var whose: panel.desk.opened.whose
    readonly property var words: panel.preferences.words
    readonly property string state: whose.state
    readonly property var values: whose.form.values

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
            onClicked: card.whose.edit()
        }
        DeskButton {
            visible: card.state !== "hidden"
            text: card.words.person_hide
            iconName: "eye-off"
            iconOnly: true
            onClicked: card.whose.hide()
        }
    }
    DeskButton {
        visible: card.state === "hidden"
        text: card.words.person_show
        iconName: "eye"
        onClicked: card.whose.show()
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
    DeskButton {
        visible: card.whose.may_find && card.whose.others.state === ""
        text: card.words.others_find
        iconName: "folder-search"
        onClicked: card.whose.find_others()
        Accessible.description: card.words.person_logged
        Layout.fillWidth: true
    }
    DeskText {
        visible: text !== ""
        text: card.whose.others.words
        color: Theme.soft
        size: 21
        Layout.fillWidth: true
    }
    PagedLines {
        visible: card.whose.others.lines.length > 0
        lines: card.whose.others.lines
        delegate: Component { DueLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.px(Theme.portrait ? 140 : 200)
    }
    ApplicantFields {
        visible: card.state === "editing"
        form: card.whose.form
        Layout.fillWidth: true
    }
    ApplicantWays {
        visible: card.state === "editing"
        form: card.whose.form
        byPost: panel.desk.opened.face.by_post === true
        Layout.fillWidth: true
    }
    DeskButton {
        visible: card.state === "editing"
        text: card.words.person_keep
        iconName: "check"
        kind: "primary"
        enabled: card.whose.form.complete
        onClicked: card.whose.keep()
        Layout.fillWidth: true
    }
}
