// What is too high to be touched is still good to look at: who receives the citizen, and the time.
import QtQuick
import QtQuick.Layouts
import Kit

Rectangle {
    id: top
    // Drawn for the eye at full size, whatever the controls below are scaled to.
    readonly property bool wide: width > 2.6 * height
    // Where there is height for it, the hint stands below and the code beside the time.
    readonly property bool roomy: height > width / 5
    readonly property real scaling: !wide ? Math.min(width / 1080, height / 640)
                                  : roomy ? Math.min(width / 1700, height / 300)
                                          : Math.min(width / 2100, height / 190)
    function eye(length: real): int { return Math.max(1, Math.round(length * scaling)) }
    color: Theme.deep

    GridLayout {
        anchors.fill: parent
        anchors.margins: top.eye(top.wide ? 28 : 44)
        anchors.bottomMargin: top.eye(top.wide ? 32 : 44)
        columns: !top.wide ? 1 : top.roomy ? 3 : 4
        columnSpacing: top.eye(36)
        rowSpacing: top.eye(14)
        Emblem {
            size: top.eye(top.wide ? 110 : 150)
            Layout.alignment: top.wide ? Qt.AlignVCenter : Qt.AlignHCenter
        }
        ColumnLayout {
            spacing: top.eye(4)
            Layout.fillWidth: true
            WordText {
                visible: text !== ""
                text: kiosk.authority
                color: Theme.deepSoft
                font.pixelSize: top.eye(28)
                horizontalAlignment: top.wide ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
            WordText {
                text: kiosk.hall
                color: Theme.deepInk
                font.pixelSize: top.eye(44)
                font.weight: Font.Bold
                horizontalAlignment: top.wide ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: top.eye(48)
            Layout.alignment: top.wide ? Qt.AlignVCenter : Qt.AlignHCenter
            ColumnLayout {
                spacing: 0
                NumberText {
                    text: kiosk.clock.time
                    color: Theme.deepInk
                    font.pixelSize: top.eye(top.wide ? 80 : 120)
                    Layout.alignment: Qt.AlignHCenter
                }
                WordText {
                    text: kiosk.clock.date
                    color: Theme.deepSoft
                    font.pixelSize: top.eye(28)
                    wrapMode: Text.NoWrap
                    Layout.alignment: Qt.AlignHCenter
                }
            }
            ColumnLayout {
                visible: top.roomy && kiosk.codes.phone !== "" && kiosk.scene !== "thanks"
                spacing: top.eye(4)
                QrImage {
                    text: parent.visible ? kiosk.codes.phone : ""
                    size: top.eye(170)
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                    Layout.alignment: Qt.AlignHCenter
                }
                WordText {
                    text: kiosk.preferences.words.scan_for_number
                    color: Theme.deepInk
                    font.pixelSize: top.eye(26)
                    wrapMode: Text.NoWrap
                    Layout.alignment: Qt.AlignHCenter
                }
            }
        }
        Row {
            spacing: top.eye(20)
            Layout.alignment: top.roomy ? Qt.AlignHCenter : Qt.AlignVCenter
            Layout.columnSpan: top.roomy ? parent.columns : 1
            Layout.topMargin: top.eye(top.wide ? 0 : 24)
            IconImage { name: "arrow-down"; size: top.eye(48); color: Theme.gold; anchors.verticalCenter: parent.verticalCenter }
            WordText {
                text: kiosk.preferences.words.reach_below
                color: Theme.deepInk
                font.pixelSize: top.eye(32)
                bold: true
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: top.eye(8)
        color: Theme.gold
    }
}
