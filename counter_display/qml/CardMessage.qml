// Words in place of a number.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: message
    readonly property string scene: panel.scene
    readonly property var words: panel.preferences.words

    opacity: message.scene === "free" && !panel.is_online ? 0.55 : 1
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(Theme.portrait ? 6 : 16)
        IconImage {
            name: message.scene === "free" ? "circle-check" : message.scene === "break" ? "coffee" : message.scene === "hall_closed" ? "calendar-clock" : "plug-zap"
            color: message.scene === "free" ? Theme.good : Theme.brand
            size: Theme.px(Theme.portrait ? 56 : 112)
            stroke: 1.5
            Layout.alignment: Qt.AlignHCenter
        }
        WordText {
            text: message.scene === "free" ? message.words.free_title
                : message.scene === "break" ? panel.break_title
                : message.scene === "hall_closed" ? message.words.hall_closed_title
                : message.words.connecting_title
            font.weight: Font.Bold
            font.pixelSize: Theme.type(Theme.portrait ? 28 : 46)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        WordText {
            text: message.scene === "free" ? message.words.free_text
                : message.scene === "break" ? panel.floor.break_for
                : message.scene === "hall_closed" ? message.words.hall_closed_text
                : message.words.connecting_text
            color: Theme.soft
            font.pixelSize: Theme.type(Theme.portrait ? 20 : 30)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        BigButton {
            visible: message.scene === "hall_closed"
            text: message.words.open_day
            iconName: "sun"
            kind: "gold"
            focusPolicy: Qt.TabFocus
            enabled: panel.serving.may_open_day
            textSize: Theme.type(Theme.portrait ? 26 : 38)
            implicitHeight: Theme.px(Theme.portrait ? 96 : 120)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)
            onClicked: panel.serving.open_day()
        }
    }
}
