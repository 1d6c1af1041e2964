// What every control is made of: press and release inside, slide off to change one's mind, keys, focus ring.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: control
    property real corner: Theme.radius

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.click()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) control.click() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) control.click() }

    FocusRing { visible: control.visualFocus; corner: control.corner; z: 2 }
}
