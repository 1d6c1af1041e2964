// Words for the whole page, and at most one thing to do.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    property string tone: "soft"
    property string iconName: ""
    property string title: ""
    property string text: ""
    property string action: ""
    property string actionIcon: ""
    signal acted()

    ColumnLayout {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.px(30)

        Rectangle {
            implicitWidth: Theme.px(250)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.toneTint(page.tone)
            Layout.alignment: Qt.AlignHCenter
            IconImage {
                anchors.centerIn: parent
                name: page.iconName
                color: page.tone === "soft" ? Theme.brand : Theme.tone(page.tone)
                size: Theme.px(140)
                stroke: 1.5
            }
        }
        WordText {
            text: page.title
            font.weight: Font.Bold
            font.pixelSize: Theme.titleSize
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        WordText {
            text: page.text
            color: Theme.soft
            font.pixelSize: Theme.type(40)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        BigButton {
            visible: page.action !== ""
            text: page.action
            iconName: page.actionIcon
            textSize: Theme.type(40)
            implicitHeight: Theme.px(128)
            enabled: pad.takes_touch
            onClicked: page.acted()
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
