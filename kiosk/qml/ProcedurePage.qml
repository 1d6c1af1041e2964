// One procedure: where, how long, how much; and the number to take for it.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: page
    readonly property var words: kiosk.preferences.words
    readonly property var procedure: kiosk.finding.procedure
    readonly property bool hasPapers: procedure.papers.length > 0
    readonly property bool listsPapers: kiosk.finding.lists_papers
    spacing: Theme.px(20)

    HomeNote {
        id: note
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.px(28)
    }
    WordText {
        readonly property int letters: text.length
        text: page.procedure.name
        font.pixelSize: Theme.portrait ? Theme.type(letters <= 90 ? 46 : letters <= 180 ? 36 : 28)
                                       : Theme.type(letters <= 90 ? 38 : letters <= 180 ? 30 : 24)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: note.visible ? 0 : Theme.px(Theme.portrait ? 40 : 24)
        Accessible.role: Accessible.Heading
    }
    WordText {
        text: page.procedure.about
        color: Theme.soft
        font.pixelSize: Theme.statusSize
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    GridLayout {
        visible: !page.listsPapers
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin

        WaysCard {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.minimumHeight: implicitHeight
            Layout.preferredWidth: 3
            Layout.rowSpan: Theme.portrait ? 1 : 2
        }
        FactCard {
            iconName: page.procedure.tone === "good" ? "map-pin-check" : "map-pin-x"
            tone: page.procedure.tone
            title: page.words.where_title
            text: page.procedure.place
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.minimumHeight: implicitHeight
            Layout.preferredWidth: 2
        }
        PapersFact {
            enabled: page.hasPapers
            title: page.words.papers_title
            words: page.procedure.papers_words
            onClicked: kiosk.finding.list_papers(true)
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.minimumHeight: implicitHeight
            Layout.preferredWidth: 2
        }
    }
    PaperList {
        visible: page.listsPapers
        papers: page.procedure.papers
        onClosed: kiosk.finding.list_papers(false)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
    }
    Item { Layout.fillHeight: true; Layout.preferredHeight: 0 }
    GridLayout {
        readonly property bool folds: Theme.portrait && kiosk.listing.can_print && kiosk.online
        columns: folds ? 2 : 3
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(16)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.bottomMargin: Theme.px(Theme.portrait ? 36 : 22)
        BigButton {
            kind: "plain"
            iconName: "arrow-left"
            text: page.words.back_to_search
            Layout.fillWidth: parent.folds
            Layout.preferredHeight: Theme.px(parent.folds ? 100 : 116)
            onClicked: kiosk.go_back()
        }
        BigButton {
            visible: kiosk.listing.can_print && kiosk.online
            enabled: kiosk.listing.is_free
            kind: "plain"
            iconName: "printer"
            iconOnly: !Theme.portrait && kiosk.preferences.text_step > 1
            text: kiosk.listing.words
            textSize: Theme.type(28)
            Layout.fillWidth: parent.folds
            Layout.maximumWidth: parent.folds ? Infinity : Theme.px(420)
            Layout.preferredHeight: Theme.px(parent.folds ? 100 : 116)
            Layout.minimumHeight: implicitHeight
            onClicked: kiosk.print_list()
        }
        BigButton {
            visible: page.procedure.service !== ""
            enabled: kiosk.may_choose
            iconName: kiosk.under_way !== "" ? "hourglass" : "ticket"
            text: kiosk.under_way !== "" ? page.words.asking : page.procedure.take
            textSize: Theme.type(Theme.portrait ? 34 : 30)
            Layout.columnSpan: parent.folds ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.px(116)
            Layout.minimumHeight: implicitHeight
            onClicked: kiosk.take_number(page.procedure.service)
        }
        Item { visible: page.procedure.service === ""; Layout.fillWidth: true }
    }
}
