// A white sheet on the page.
import QtQuick

Rectangle {
    property bool lifted: true

    radius: Theme.radius
    color: Theme.card
    border.width: Theme.line
    border.color: Theme.highContrast ? Theme.border : Theme.hairline

    SoftShadow { visible: parent.lifted && !Theme.highContrast }
}
