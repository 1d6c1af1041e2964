// A button of a desk page, sized for a row of several.
import QtQuick
import Kit

BigButton {
    kind: "plain"
    focusPolicy: Qt.TabFocus
    corner: Theme.smallRadius
    textSize: Math.min(Theme.type(Theme.portrait ? 19 : 24), Theme.px(Theme.portrait ? 21 : 27))
    implicitHeight: Math.max(Theme.px(Theme.portrait ? 60 : 66), implicitContentHeight + topPadding + bottomPadding)
    topPadding: Theme.px(6)
    bottomPadding: Theme.px(6)
    leftPadding: Theme.px(14)
    rightPadding: Theme.px(14)
}
