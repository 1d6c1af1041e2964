// Our own keys: letters without accents, figures for codes. They touch each other, so that no
// finger falls between; what is drawn is a little smaller.
import QtQuick
import Kit

Item {
    id: keys
    // Who is told: something with type() and erase().
    property var line: kiosk.finding
    property string wideKey: " "
    property string wideIcon: "space"
    property string wideName: kiosk.preferences.words.key_space
    readonly property var rows: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm."]
    readonly property real keyWidth: width / 10
    readonly property real keyHeight: height / 5

    Repeater {
        model: keys.rows
        Row {
            required property string modelData
            required property int index
            x: index === 2 ? keys.keyWidth / 2 : 0
            y: index * keys.keyHeight
            Repeater {
                model: modelData.split("")
                LetterKey {
                    required property string modelData
                    width: keys.keyWidth
                    height: keys.keyHeight
                    text: modelData.toUpperCase()
                    onClicked: keys.line.type(modelData)
                }
            }
        }
    }
    LetterKey {
        x: 8 * keys.keyWidth
        y: 3 * keys.keyHeight
        width: 2 * keys.keyWidth
        height: keys.keyHeight
        iconName: "delete"
        text: kiosk.preferences.words.key_erase
        autoRepeat: true
        onClicked: keys.line.erase()
    }
    LetterKey {
        y: 4 * keys.keyHeight
        width: keys.width
        height: keys.keyHeight
        iconName: keys.wideIcon
        text: keys.wideName
        onClicked: keys.line.type(keys.wideKey)
    }
}
