// What stands in the way of taking a number; takes the title's place while there is something to say.
import QtQuick
import Kit

NoteBar {
    readonly property var words: kiosk.preferences.words
    readonly property bool lost: !kiosk.online && !kiosk.alone
    readonly property string card: kiosk.card.outcome ? "card_" + kiosk.card.outcome : ""
    readonly property string trouble: lost ? "offline" : kiosk.refusal ? "refused" : kiosk.alone ? "alone"
                                      : card ? card : kiosk.paper_trouble ? "paper_trouble" : ""

    visible: trouble !== ""
    tone: trouble === "card_granted" ? "good" : trouble === card ? "soft" : trouble === "paper_trouble" || trouble === "alone" ? "warn" : "bad"
    iconName: trouble === "card_granted" ? "circle-check" : trouble === card ? "id-card" : trouble === "paper_trouble" ? "printer-x" : trouble === "refused" ? "circle-alert" : "wifi-off"
    title: words[trouble + "_title"] || ""
    text: trouble === "refused" ? kiosk.refusal : words[trouble + "_text"] || ""
}
