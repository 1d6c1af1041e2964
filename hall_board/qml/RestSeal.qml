// The closed hall's newest signed day: beside its words, or under them in portrait.
import QtQuick
import Kit

Grid {
    columns: Theme.portrait ? 2 : 1
    spacing: Theme.px(26)
    verticalItemAlignment: Grid.AlignVCenter
    visible: board.hall.sealed_link !== ""

    QrImage {
        size: Theme.px(Theme.portrait ? 260 : 340)
        text: board.hall.sealed_link
    }
    SealWords { width: Theme.px(Theme.portrait ? 480 : 340) }
}
