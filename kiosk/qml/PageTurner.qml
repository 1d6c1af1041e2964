// Back and forth between pages.
import QtQuick
import Kit

Item {
    id: turner
    property int page: 0
    property int pages: 1
    signal asked(int page)

    implicitHeight: Math.max(back.implicitHeight, forth.implicitHeight)
    BigButton {
        id: back
        kind: "plain"
        iconName: "arrow-left"
        text: kiosk.preferences.words.previous_page
        enabled: turner.page > 0
        anchors.left: parent.left
        onClicked: turner.asked(turner.page - 1)
    }
    NumberText {
        anchors.centerIn: parent
        text: (turner.page + 1) + " / " + turner.pages
        font.pixelSize: Theme.buttonSize
    }
    BigButton {
        id: forth
        kind: "plain"
        iconName: "arrow-right"
        iconLast: true
        text: kiosk.preferences.words.next_page
        enabled: turner.page < turner.pages - 1
        anchors.right: parent.right
        onClicked: turner.asked(turner.page + 1)
    }
}
