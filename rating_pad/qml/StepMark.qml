// Which of the two questions this is.
import QtQuick
import Kit

Row {
    id: mark
    property string words: ""
    property bool isSecond: false

    spacing: Theme.px(14)

    Repeater {
        model: 2
        Rectangle {
            required property int index
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(index === (mark.isSecond ? 1 : 0) ? 56 : 22)
            height: Theme.px(22)
            radius: height / 2
            color: index === (mark.isSecond ? 1 : 0) ? Theme.brand : Theme.hairline
        }
    }
    WordText {
        anchors.verticalCenter: parent.verticalCenter
        text: mark.words
        color: Theme.soft
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.type(28)
    }
}
