// The day's counts, for everyone to see: visits, and under them dossiers where the hall receives any.
import QtQuick
import Kit

Rectangle {
    id: strip
    readonly property bool hasDossiers: board.hall.has_dossiers

    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: rows.height + 2 * Theme.px(10)

    Column {
        id: rows
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        spacing: Theme.px(Theme.portrait ? 12 : 4)

        VisitFigures { width: parent.width; size: strip.hasDossiers ? 54 : 68 }
        Rectangle {
            visible: strip.hasDossiers
            width: parent.width
            height: Theme.line
            color: Theme.board.raised
        }
        DossierFigures { width: parent.width; visible: strip.hasDossiers }
    }
}
