// The applicant's fields, as the reception and the correction of an opened dossier share them.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: fields
    property var form
    readonly property var words: panel.preferences.words
    function take() { nameField.take() }

    spacing: Theme.px(Theme.portrait ? 8 : 12)
    Layout.fillHeight: false

    DeskField {
        id: nameField
        label: fields.words.field_name
        value: fields.form.values.name
        wrong: fields.form.wrong.name || ""
        longest: 200
        onEdited: text => fields.form.write("name", text)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskField {
            label: fields.words.field_identity
            value: fields.form.values.identity
            wrong: fields.form.wrong.identity || ""
            longest: 20
            numeric: true
            onEdited: text => fields.form.write("identity", text)
            Layout.fillWidth: true
            Layout.preferredWidth: 55
        }
        DeskField {
            label: fields.words.field_birth_date
            value: fields.form.values.birth_date
            wrong: fields.form.wrong.birth_date || ""
            placeholder: fields.words.hint_day
            longest: 10
            numeric: true
            onEdited: text => fields.form.write("birth_date", text)
            Layout.fillWidth: true
            Layout.preferredWidth: 45
        }
    }
    DeskField {
        label: fields.words.field_address
        value: fields.form.values.address
        wrong: fields.form.wrong.address || ""
        onEdited: text => fields.form.write("address", text)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskField {
            label: fields.words.field_phone
            value: fields.form.values.phone
            wrong: fields.form.wrong.phone || ""
            longest: 30
            numeric: true
            onEdited: text => fields.form.write("phone", text)
            Layout.fillWidth: true
            Layout.preferredWidth: 45
        }
        DeskField {
            label: fields.words.field_email
            value: fields.form.values.email
            wrong: fields.form.wrong.email || ""
            longest: 120
            onEdited: text => fields.form.write("email", text)
            Layout.fillWidth: true
            Layout.preferredWidth: 55
        }
    }
}
