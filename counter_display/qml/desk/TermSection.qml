// How and when it came, how the result goes back, and when it will be due, with each step of it.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: section
    readonly property var terms: panel.desk.reception.terms
    readonly property var words: panel.preferences.words
    readonly property var ways: prefix => [
        { key: "counter", name: words[prefix + "_counter"] },
        { key: "online", name: words[prefix + "_online"] },
        { key: "post", name: words[prefix + "_post"] }
    ]

    spacing: Theme.px(Theme.portrait ? 8 : 12)

    DeskTitle { visible: !Theme.portrait; text: section.words.terms_title; Layout.fillWidth: true }
    DeskChips {
        label: section.words.channel_title
        options: section.ways("channel")
        chosen: section.terms.channel
        onChose: key => section.terms.choose_channel(key)
        Layout.fillWidth: true
    }
    DeskChips {
        label: section.words.return_title
        options: section.ways("return")
        chosen: section.terms.return_by
        onChose: key => section.terms.choose_return(key)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["presented", "complete"].concat(section.terms.needs_promise ? ["promised"] : [])
            DeskField {
                required property string modelData
                label: section.words["time_" + modelData]
                value: section.terms.texts[modelData]
                wrong: section.terms.wrong[modelData] || ""
                placeholder: modelData === "promised" ? section.words.time_by_term : section.words.time_now
                longest: 20
                numeric: true
                onEdited: text => section.terms.write(modelData, text)
                Layout.fillWidth: true
                Layout.preferredWidth: 10
            }
        }
    }
    Rectangle {
        radius: Theme.smallRadius
        color: section.terms.refused ? Theme.warnTint : section.terms.due_words ? Theme.goodTint : Theme.tint
        border.width: Theme.line
        border.color: section.terms.refused ? Theme.warn : section.terms.due_words ? Theme.good : Theme.hairline
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.px(120)

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.px(14)
            spacing: Theme.px(4)
            DeskText {
                text: section.terms.refused || (section.terms.due_words ? section.words.due_title : section.terms.waits_for)
                color: section.terms.refused ? Theme.warn : Theme.soft
                bold: section.terms.refused !== ""
                size: 22
                Layout.fillWidth: true
            }
            DeskText {
                visible: text !== ""
                text: section.terms.due_words
                size: 32
                // On a desk a long date stays on its line, a little smaller in large letters.
                wrapMode: Theme.portrait ? Text.Wrap : Text.NoWrap
                fontSizeMode: Theme.portrait ? Text.FixedSize : Text.HorizontalFit
                minimumPixelSize: Theme.type(22)
                font.weight: Font.Bold
                color: Theme.good
                Layout.fillWidth: true
            }
            Item {
                id: room
                Layout.fillWidth: true
                Layout.fillHeight: true
                Column {
                    id: lines
                    width: parent.width
                    spacing: Theme.px(3)
                    Repeater {
                        model: section.terms.steps
                        DeskText {
                            required property string modelData
                            required property int index
                            text: (index + 1) + ". " + modelData
                            size: 20
                            width: lines.width
                            opacity: y + height <= room.height ? 1 : 0
                        }
                    }
                }
            }
        }
    }
}
