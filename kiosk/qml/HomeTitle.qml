// The question, and what the two colours on the tiles mean.
import QtQuick
import QtQuick.Layouts
import Kit

ColumnLayout {
    id: title
    readonly property int legendSize: Theme.portrait ? Theme.leastSize : Math.min(Theme.leastSize, Theme.px(26))
    spacing: Theme.px(6)

    RowLayout {
        spacing: Theme.px(16)
        Layout.fillWidth: true
        WordText {
            text: kiosk.several.is_on ? kiosk.preferences.words.choose_several : kiosk.wants_priority ? kiosk.preferences.words.choose_priority_service
                                       : kiosk.preferences.words.choose_service
            // Lying, the largest letters are the tiles': the question leaves them the room.
            font.pixelSize: Theme.portrait ? Theme.titleSize : Math.min(Theme.type(54), Theme.px(56))
            font.weight: Font.Bold
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        // The largest letters leave it no room; a counter adds services all the same.
        SeveralButton { visible: !kiosk.several.is_on && !kiosk.alone
                     && kiosk.preferences.text_step < (Theme.portrait ? 2 : 1) }
    }
    Flow {
        spacing: Theme.px(Theme.portrait ? 30 : 18)
        Layout.fillWidth: true
        StatusDot { hugs: true; textSize: title.legendSize; tone: "good"; text: kiosk.within_target }
        StatusDot { hugs: true; textSize: title.legendSize; tone: "warn"; text: kiosk.past_target }
    }
}
