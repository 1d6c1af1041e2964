// Nobody to ask: which counter this is, and what the pad is for.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    ColumnLayout {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.px(28)

        NumberPlate { Layout.alignment: Qt.AlignHCenter }
        WordText {
            text: pad.rest_text
            color: Theme.soft
            font.pixelSize: Theme.type(42)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Row {
            spacing: Theme.px(Theme.portrait ? 24 : 36)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)
            Repeater {
                model: pad.levels
                FaceImage {
                    required property var modelData
                    level: modelData.mark
                    color: Theme.tone(modelData.tone)
                    size: Theme.px(120)
                }
            }
        }
        BigButton {
            visible: pad.may_begin
            text: pad.begin_words
            iconName: "smile"
            textSize: Theme.type(38)
            implicitHeight: Theme.px(128)
            onClicked: pad.begin()
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: parent.width
            Layout.topMargin: Theme.px(12)
        }
        OfflineNote { Layout.fillWidth: true; Layout.topMargin: Theme.px(12) }
    }
}
