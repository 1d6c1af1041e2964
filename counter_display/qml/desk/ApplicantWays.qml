// How the applicant is reached when the result is ready, and where it goes by post.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: fields
    property var form
    property bool byPost: false
    readonly property var words: panel.preferences.words

    spacing: Theme.px(Theme.portrait ? 8 : 12)
    Layout.fillHeight: false

    DeskField {
        visible: fields.byPost
        label: fields.words.field_return_to
        value: fields.form.values.return_to
        wrong: fields.form.wrong.return_to || ""
        onEdited: text => fields.form.write("return_to", text)
        Layout.fillWidth: true
    }
    DeskChips {
        label: fields.words.notice_title
        options: [
            { key: "", name: fields.words.notice_none },
            { key: "sms", name: fields.words.notice_sms },
            { key: "phone", name: fields.words.notice_phone },
            { key: "email", name: fields.words.notice_email }
        ]
        chosen: fields.form.notice_by
        onChose: key => fields.form.choose_notice(key)
        Layout.fillWidth: true
    }
}
