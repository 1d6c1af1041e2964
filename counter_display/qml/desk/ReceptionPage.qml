// Receiving a dossier: everything at one glance on a desk, one part after the other in a hand.
import QtQuick
import QtQuick.Layouts
import Kit
import ".."

DeskPage {
    id: page
    readonly property var reception: panel.desk.reception
    readonly property bool isReceived: reception.stage === "received"

    title: panel.preferences.words.reception_title
    about: reception.number ? panel.preferences.words.reception_for_word + " " + reception.number
                            : panel.preferences.words.reception_without_visit

    Loader {
        anchors.fill: parent
        sourceComponent: page.isReceived ? received : Theme.portrait ? tall : wide
    }
    Component { id: received; ReceivedCard {} }
    Component { id: wide; ReceptionWide { enabled: true } }
    Component { id: tall; ReceptionTall {} }
}
