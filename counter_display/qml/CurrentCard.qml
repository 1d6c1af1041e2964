// The number at the counter; or, where there is none, what to do.
import QtQuick
import QtQuick.Layouts
import Kit

Card {
    id: card
    readonly property bool isServing: panel.scene === "serving"
    readonly property int inset: Theme.px(Theme.portrait ? 16 : 36)

    implicitHeight: (isServing ? serving.implicitHeight : message.implicitHeight) + inset + underside
    readonly property int underside: notice.visible ? notice.height + 2 * notice.anchors.margins : inset

    ServingFigure {
        id: serving
        visible: card.isServing
        anchors.fill: parent
        anchors.margins: card.inset
        anchors.bottomMargin: card.underside
    }
    CardMessage {
        id: message
        visible: !card.isServing
        anchors.fill: parent
        anchors.margins: card.inset
        anchors.bottomMargin: card.underside
    }
    NoticeLine {
        id: notice
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        anchors.margins: Theme.px(Theme.portrait ? 10 : 20)
    }
}
