// The question, and what the two colours on the tiles mean.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(6)

    WordText {
        text: kiosk.wants_priority ? kiosk.preferences.words.choose_priority_service
                                   : kiosk.preferences.words.choose_service
        font.pixelSize: Theme.portrait ? Theme.titleSize : Theme.type(54)
        font.weight: Font.Bold
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
    }
    Flow {
        spacing: Theme.px(30)
        Layout.fillWidth: true
        StatusDot { hugs: true; textSize: Theme.leastSize; tone: "good"; text: kiosk.within_target }
        StatusDot { hugs: true; textSize: Theme.leastSize; tone: "warn"; text: kiosk.past_target }
    }
}
