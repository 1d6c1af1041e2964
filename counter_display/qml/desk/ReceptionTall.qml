// In a hand: the four parts by turns, the button that receives always below.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: body
    property string part: "procedure"
    readonly property bool isDraft: panel.desk.reception.stage === "draft"
    readonly property var words: panel.preferences.words

    spacing: Theme.px(10)
    Connections {
        target: panel.desk.reception.choice
        function onChosen(code) { body.part = code ? "applicant" : "procedure" }
    }

    RowLayout {
        spacing: Theme.px(6)
        Layout.fillWidth: true
        Layout.fillHeight: false
        Repeater {
            model: ["procedure", "applicant", "ways", "papers", "terms"]
            DeskTab {
                required property string modelData
                text: body.words[modelData + "_tab"]
                isShown: body.part === modelData
                onClicked: body.part = modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.fillHeight: true
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Loader {
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            enabled: body.isDraft
            sourceComponent: body.part === "procedure" ? procedure : body.part === "applicant" ? applicant
                           : body.part === "ways" ? ways : body.part === "papers" ? papers : terms
        }
    }
    ReceiveFoot { Layout.fillWidth: true; Layout.fillHeight: false }
    Component { id: procedure; ProcedureSection {} }
    Component { id: applicant; ApplicantSection {} }
    Component {
        id: ways
        ColumnLayout {
            ApplicantWays {
                form: panel.desk.reception.applicant
                byPost: panel.desk.reception.terms.return_by === "post"
                Layout.fillWidth: true
            }
            Item { Layout.fillHeight: true }
        }
    }
    Component { id: papers; PaperSection {} }
    Component { id: terms; TermSection {} }
}
