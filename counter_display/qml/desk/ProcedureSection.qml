// Which procedure: typed, or chosen from what this service received last; then the one chosen.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: section
    readonly property var choice: panel.desk.reception.choice
    readonly property bool isChosen: choice.state === "chosen"
    function take() { if (!isChosen) search.take() }

    spacing: Theme.px(10)

    RowLayout {
        visible: !Theme.portrait || section.isChosen
        Layout.fillWidth: true
        Layout.fillHeight: false
        DeskTitle { text: panel.preferences.words.procedure_title; Layout.fillWidth: true }
        DeskButton {
            visible: section.isChosen && panel.desk.reception.stage === "draft"
            text: panel.preferences.words.procedure_change
            iconName: "search"
            onClicked: section.choice.put_back()
        }
    }
    DeskField {
        id: search
        visible: !section.isChosen
        placeholder: panel.preferences.words.procedure_prompt
        iconName: "search"
        value: section.choice.text
        onEdited: text => section.choice.write(text)
        onEntered: section.choice.choose_first()
        Layout.fillWidth: true
    }
    DeskText {
        visible: !section.isChosen && section.choice.state !== "found"
        text: panel.preferences.words["procedure_" + section.choice.state] || ""
        color: section.choice.state === "lost" ? Theme.warn : Theme.soft
        Layout.fillWidth: true
    }
    Rectangle {
        visible: section.isChosen
        radius: Theme.smallRadius
        color: Theme.tint
        border.width: Theme.line
        border.color: Theme.brand
        implicitHeight: chosen.implicitHeight + 2 * Theme.px(14)
        Layout.fillWidth: true
        ColumnLayout {
            id: chosen
            anchors.fill: parent
            anchors.margins: Theme.px(14)
            spacing: Theme.px(4)
            DeskText {
                text: section.choice.name
                bold: true
                size: 26
                Layout.fillWidth: true
            }
            DeskText {
                text: section.choice.about
                color: Theme.soft
                size: 21
                Layout.fillWidth: true
            }
        }
    }
    PagedLines {
        visible: !section.isChosen
        lines: section.isChosen ? [] : section.choice.answers
        delegate: Component { ProcedureRow { answer: parent.modelData } }
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
