// The question, and what the two colours on the tiles mean.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    spacing: Theme.px(6)

    RowLayout {
        spacing: Theme.px(16)
        Layout.fillWidth: true
        WordText {
            text: kiosk.several.is_on ? kiosk.preferences.words.choose_several : kiosk.wants_priority ? kiosk.preferences.words.choose_priority_service
                                       : kiosk.preferences.words.choose_service
            font.pixelSize: Theme.portrait ? Theme.titleSize : Theme.type(54)
            font.weight: Font.Bold
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        // The largest letters leave it no room; a counter adds services all the same.
        SeveralButton { visible: !kiosk.several.is_on && !kiosk.alone
                     && kiosk.preferences.text_step < (Theme.portrait ? 2 : 1) }
    }
    Flow {
        spacing: Theme.px(30)
        Layout.fillWidth: true
        StatusDot { hugs: true; textSize: Theme.leastSize; tone: "good"; text: kiosk.within_target }
        StatusDot { hugs: true; textSize: Theme.leastSize; tone: "warn"; text: kiosk.past_target }
    }
}
