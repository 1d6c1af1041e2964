// What stands in the way of taking a number; takes the title's place while there is something to say.
import QtQuick
import Kit

NoteBar {
    readonly property var words: kiosk.preferences.words
    readonly property string trouble: !kiosk.online ? "offline" : kiosk.refusal ? "refused"
                                      : kiosk.paper_trouble ? "paper" : ""

    visible: trouble !== ""
    tone: trouble === "paper" ? "warn" : "bad"
    iconName: trouble === "offline" ? "wifi-off" : trouble === "paper" ? "printer-x" : "circle-alert"
    title: trouble === "offline" ? words.offline_title : trouble === "paper" ? words.paper_trouble_title
                                 : words.refused_title
    text: trouble === "offline" ? words.offline_text : trouble === "paper" ? words.paper_trouble_text
                                : kiosk.refusal
}
