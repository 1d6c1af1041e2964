// The ground of every screen: tells the theme its size and what the person in front wants.
import QtQuick

Rectangle {
    id: root
    property real textScale: 1
    property bool highContrast: false
    property real reach: 1
    // What the hall says before all else, and whether whoever works here may fold it into a bar.
    property var emergency: null
    property string foldWords: ""

    color: Theme.page
    Accessible.role: Accessible.Window

    EmergencyOverlay {
        objectName: "emergency"
        parent: root
        emergency: root.emergency
        canFold: root.foldWords !== ""
        foldWords: root.foldWords
    }
    Binding { target: Theme; property: "windowWidth"; value: root.width; when: root.width > 0 }
    Binding { target: Theme; property: "windowHeight"; value: root.height; when: root.height > 0 }
    Binding { target: Theme; property: "reach"; value: root.reach }
    Binding { target: Theme; property: "textScale"; value: root.textScale }
    Binding { target: Theme; property: "highContrast"; value: root.highContrast }
}
