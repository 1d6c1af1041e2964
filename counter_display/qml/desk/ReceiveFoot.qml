// The button that receives, what is still missing, and what became of the last try.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: foot
    readonly property var reception: panel.desk.reception
    readonly property bool isLost: reception.stage === "lost"

    spacing: Theme.px(8)

    DeskNote {
        text: foot.reception.refused || (foot.isLost ? foot.reception.missing : "")
        tone: "warn"
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        DeskButton {
            text: panel.preferences.words.put_away
            iconName: "trash-2"
            iconOnly: true
            enabled: foot.reception.stage === "draft"
            onClicked: { foot.reception.finish(); panel.desk.go("") }
            Layout.fillHeight: true
        }
        BigButton {
            text: foot.isLost ? panel.preferences.words.receive_again : panel.preferences.words.receive
            iconName: "inbox"
            kind: "gold"
            focusPolicy: Qt.TabFocus
            enabled: foot.reception.may_receive || foot.isLost
            textSize: Theme.type(Theme.portrait ? 26 : 36)
            implicitHeight: Theme.px(Theme.portrait ? 76 : 96)
            onClicked: foot.reception.receive()
            Accessible.description: "Ctrl+Enter"
            Layout.fillWidth: true
        }
    }
    DeskText {
        visible: text !== "" && !foot.isLost
        text: foot.reception.missing
        color: Theme.soft
        size: 22
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
