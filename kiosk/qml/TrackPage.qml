// Where is my dossier? Hold the receipt to the scanner, or type its code on the keys below.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    readonly property var words: kiosk.preferences.words
    readonly property int edge: Theme.px(Theme.portrait ? 28 : 22)

    ColumnLayout {
        x: Theme.margin
        y: page.edge
        width: Theme.portrait ? page.width - 2 * Theme.margin : keys.x - x - Theme.gap
        height: (Theme.portrait ? keys.y - Theme.px(20) : page.height - page.edge) - y
        spacing: Theme.px(Theme.portrait ? 24 : 16)

        WordText {
            text: kiosk.tracking.asked.title
            font.pixelSize: Theme.type(Theme.portrait ? 54 : 44)
            font.weight: Font.Bold
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.px(28)
                spacing: Theme.px(20)
                Item { Layout.fillHeight: true }
                CameraView {
                    visible: kiosk.camera.is_there && (Theme.portrait || kiosk.preferences.text_step < 2)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: Theme.px(380)
                }
                IconDisc {
                    visible: !kiosk.camera.is_there && Theme.portrait && kiosk.preferences.text_step < 2
                    name: kiosk.tracking.is_asking ? "hourglass" : "scan-line"
                    size: Theme.px(200)
                    Layout.alignment: Qt.AlignHCenter
                }
                WordText {
                    text: kiosk.tracking.is_asking ? page.words.track_asking
                        : kiosk.camera.is_there ? kiosk.tracking.asked.camera : kiosk.tracking.asked.scan
                    bold: true
                    font.pixelSize: Theme.type(36)
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                WordText {
                    text: kiosk.tracking.asked.type
                    color: Theme.soft
                    font.pixelSize: Theme.bodySize
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                Item { Layout.fillHeight: true }
            }
        }
    }
    ColumnLayout {
        id: keys
        x: page.width - width - Theme.margin
        y: Theme.portrait ? page.height - height - page.edge : page.edge
        width: Theme.portrait ? page.width - 2 * Theme.margin : Theme.px(984)
        height: Theme.portrait ? implicitHeight : page.height - 2 * page.edge
        spacing: Theme.px(20)

        FindLine {
            line: kiosk.tracking
            oneLine: true
            iconName: "scan-search"
            prompt: kiosk.tracking.asked.prompt
            title: kiosk.tracking.asked.prompt
            Layout.fillWidth: true
        }
        LetterKeys {
            line: kiosk.tracking
            wideKey: "-"
            wideIcon: "minus"
            wideName: page.words.key_dash
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.px(485)
            Layout.preferredHeight: Theme.px(530)
        }
        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            BigButton {
                kind: "plain"
                iconName: "arrow-left"
                text: page.words.back_to_search
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: kiosk.go_back()
            }
            BigButton {
                iconName: kiosk.tracking.is_asking ? "hourglass" : "file-search"
                text: kiosk.tracking.is_asking ? page.words.track_asking : kiosk.tracking.asked.look
                enabled: kiosk.online && kiosk.tracking.text !== "" && !kiosk.tracking.is_asking
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: kiosk.tracking.look()
            }
        }
    }
}
