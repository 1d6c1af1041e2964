// Who hands it in: scanned from a card, or typed.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: section
    readonly property var form: panel.desk.reception.applicant
    function take() { fields.take() }

    spacing: Theme.px(10)

    DeskTitle { visible: !Theme.portrait; text: panel.preferences.words.applicant_title; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.px(10)
        Layout.fillWidth: true
        Layout.fillHeight: false
        IconImage {
            name: section.form.card_is_read ? "circle-check" : "scan-line"
            color: section.form.card_is_read ? Theme.good : section.form.card_words ? Theme.warn : Theme.brand
            size: Theme.px(Theme.portrait ? 24 : 32)
        }
        DeskText {
            text: section.form.card_words || panel.preferences.words.applicant_scan_hint
            color: section.form.card_is_read ? Theme.good : section.form.card_words ? Theme.warn : Theme.soft
            size: 22
            Layout.fillWidth: true
        }
    }
    ApplicantFields {
        id: fields
        form: section.form
        Layout.fillWidth: true
    }
    ApplicantWays {
        visible: !Theme.portrait
        form: section.form
        byPost: panel.desk.reception.terms.return_by === "post"
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }
}
