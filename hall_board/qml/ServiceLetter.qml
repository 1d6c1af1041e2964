// The letter a service's numbers begin with.
import QtQuick
import Kit

Rectangle {
    property string letter: ""

    width: Theme.px(46)
    height: Theme.px(38)
    radius: Theme.px(10)
    color: Theme.board.raised
    NumberText {
        anchors.centerIn: parent
        text: parent.letter
        color: Theme.board.gold
        font.pixelSize: Theme.px(30)
    }
}
