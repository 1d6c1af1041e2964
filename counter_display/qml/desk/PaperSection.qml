// The checklist of papers: ticked as they are handed in, and others added.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: section
    readonly property var papers: panel.desk.reception.papers

    spacing: Theme.px(8)

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskTitle { text: panel.preferences.words.papers_title; Layout.fillWidth: true }
        DeskButton {
            visible: section.papers.lines.length > 0
            text: panel.preferences.words.papers_all
            iconName: "list-checks"
            onClicked: section.papers.tick_all()
        }
    }
    PagedLines {
        lines: section.papers.lines
        gap: Theme.px(6)
        delegate: Component { PaperLine { paper: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    DeskField {
        visible: section.papers.may_add
        placeholder: panel.preferences.words.papers_add
        iconName: "plus"
        longest: 200
        property string typed: ""
        value: typed
        onEdited: text => typed = text
        onEntered: text => { section.papers.add(text); typed = text; typed = "" }
        Layout.fillWidth: true
    }
}
