// On a desk: procedure and papers, the applicant, then time and the button that receives.
import QtQuick
import QtQuick.Layouts
import Kit

RowLayout {
    id: body
    readonly property bool isDraft: panel.desk.reception.stage === "draft"

    spacing: Theme.px(20)
    Component.onCompleted: procedure.isChosen ? applicant.take() : procedure.take()
    Connections {
        target: panel.desk.reception.choice
        function onChosen(code) { if (code) applicant.take(); else Qt.callLater(procedure.take) }
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 34
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.px(20)
            spacing: Theme.px(16)
            enabled: body.isDraft
            ProcedureSection {
                id: procedure
                Layout.fillWidth: true
                Layout.fillHeight: !isChosen
            }
            PaperSection {
                visible: procedure.isChosen
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 33
        ApplicantSection {
            id: applicant
            anchors.fill: parent
            anchors.margins: Theme.px(20)
            enabled: body.isDraft
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 33
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.px(20)
            spacing: Theme.px(14)
            TermSection {
                enabled: body.isDraft
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            ReceiveFoot { Layout.fillWidth: true; Layout.fillHeight: false }
        }
    }
}
