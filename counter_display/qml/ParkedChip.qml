// One parked number, why and since when; pressing it goes on with the visit.
import QtQuick
import Kit

NumberChip {
    id: chip
    iconName: "play"
    ground: Theme.goldTint
    text: panel.parked_words(line.number || "", line.reason || "", line.since || "")
    onClicked: panel.floor.resume(line.ticket, line.number)

    WordText {
        text: (chip.line.reason || "") + " · " + (chip.line.since || "")
        color: chip.quietColor
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.px(Theme.portrait ? 16 : 20)
        Accessible.ignored: true
    }
}
