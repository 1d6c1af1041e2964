// The fees of the opened dossier: what is due and how it is paid, or the code that pays it.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

ColumnLayout {
    id: card
    readonly property var fees: panel.desk.opened.fees
    readonly property var words: panel.preferences.words
    readonly property bool isReady: !panel.desk.opened.is_busy
    Component.onCompleted: fees.show()

    spacing: Theme.px(10)

    DeskText {
        visible: text !== ""
        text: card.fees.state === "asking" ? card.words.fees_asking
            : card.fees.state === "none" ? card.words.fees_none : ""
        color: Theme.soft
        Layout.fillWidth: true
    }
    PayCode {
        visible: card.fees.code !== ""
        code: card.fees.code
        due: card.fees.due
        onClosed: card.fees.begin("")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    FeeForm {
        visible: card.fees.form !== ""
        isReady: card.isReady
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    PagedLines {
        visible: card.fees.code === "" && card.fees.form === ""
        lines: card.fees.lines
        delegate: Component { FeeLine { line: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    FeeActs {
        visible: card.fees.code === "" && card.fees.form === ""
        isReady: card.isReady
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
}
