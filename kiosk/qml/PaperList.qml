// What has to be handed in for a procedure, a few papers at a time.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: list
    property var papers: []
    signal closed()
    readonly property int most: Theme.portrait ? 5 : kiosk.preferences.text_step > 1 ? 2 : 3
    readonly property int pages: Math.max(1, Math.ceil(papers.length / most))
    property int page: 0
    onVisibleChanged: page = 0

    implicitHeight: inside.implicitHeight + 2 * Theme.px(22)

    ColumnLayout {
        id: inside
        anchors.fill: parent
        anchors.margins: Theme.px(22)
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(28)
        spacing: Theme.px(14)

        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            WordText {
                text: kiosk.preferences.words.papers_title
                font.pixelSize: Theme.type(34)
                font.weight: Font.Bold
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }
            BigButton {
                kind: "plain"
                iconName: "x"
                text: kiosk.preferences.words.papers_close
                onClicked: list.closed()
            }
        }
        Repeater {
            model: list.papers.slice(list.page * list.most, (list.page + 1) * list.most)
            RowLayout {
                id: line
                required property string modelData
                required property int index
                spacing: Theme.px(18)
                Layout.fillWidth: true
                NumberText {
                    text: list.page * list.most + line.index + 1
                    color: Theme.brand
                    weight: 700
                    font.pixelSize: Theme.type(30)
                    horizontalAlignment: Text.AlignRight
                    Layout.preferredWidth: Theme.type(42)
                    Layout.alignment: Qt.AlignTop
                }
                WordText {
                    text: line.modelData
                    font.pixelSize: Theme.type(28)
                    Layout.fillWidth: true
                }
            }
        }
        PageTurner {
            visible: list.pages > 1
            page: list.page
            pages: list.pages
            onAsked: page => list.page = page
            Layout.fillWidth: true
        }
    }
}
