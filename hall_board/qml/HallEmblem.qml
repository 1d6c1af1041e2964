// The kit's emblem; its drawing is named from here, where the board's own files are.
import QtQuick
import Kit

Emblem { source: Qt.resolvedUrl("../../hallctl/station/kit/Kit/emblem.svg") }
