// What do you need to do? The line, what answers it, and the letters within reach below.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    readonly property var words: kiosk.preferences.words
    readonly property int edge: Theme.px(Theme.portrait ? 28 : 22)

    ColumnLayout {
        id: answers
        x: Theme.margin
        y: page.edge
        width: Theme.portrait ? page.width - 2 * Theme.margin : keys.x - x - Theme.gap
        height: (Theme.portrait ? keys.y - Theme.px(20) : page.height - page.edge) - y
        spacing: Theme.px(16)

        WordText {
            visible: !note.visible
            text: page.words.find_title
            font.pixelSize: Theme.type(Theme.portrait ? 54 : 44)
            font.weight: Font.Bold
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        HomeNote { id: note; Layout.fillWidth: true }
        FindAnswers {
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    ColumnLayout {
        id: keys
        x: page.width - width - Theme.margin
        y: Theme.portrait ? page.height - height - page.edge : page.edge
        width: Theme.portrait ? page.width - 2 * Theme.margin : Theme.px(984)
        height: Theme.portrait ? implicitHeight : page.height - 2 * page.edge
        spacing: Theme.px(20)

        FindLine { Layout.fillWidth: true }
        LetterKeys {
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
                kind: "plain"
                iconName: "list-tree"
                text: page.words.browse
                enabled: kiosk.online
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: kiosk.browse()
            }
        }
    }
}
