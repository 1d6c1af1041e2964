// The day's counts, for everyone to see: visits, and by turns dossiers where the hall receives any.
// Both take the same place, so that nothing around them moves.
import QtQuick
import Kit

Rectangle {
    id: strip
    property bool showsVisits: true

    radius: Theme.px(26)
    color: Theme.board.card
    implicitHeight: Math.max(visits.implicitHeight, board.hall.has_dossiers ? dossiers.implicitHeight : 0)
                    + 2 * Theme.px(10)

    VisitFigures {
        id: visits
        visible: strip.showsVisits
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.px(28); rightMargin: Theme.px(28) }
    }
    DossierFigures {
        id: dossiers
        visible: !strip.showsVisits
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.px(28); rightMargin: Theme.px(28) }
    }
}
