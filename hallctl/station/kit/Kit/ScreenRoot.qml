// The ground of every screen: tells the theme its size and what the person in front wants.
import QtQuick

Rectangle {
    id: root
    property real textScale: 1
    property bool highContrast: false
    property real reach: 1

    color: Theme.page
    Accessible.role: Accessible.Window

    Binding { target: Theme; property: "windowWidth"; value: root.width; when: root.width > 0 }
    Binding { target: Theme; property: "windowHeight"; value: root.height; when: root.height > 0 }
    Binding { target: Theme; property: "reach"; value: root.reach }
    Binding { target: Theme; property: "textScale"; value: root.textScale }
    Binding { target: Theme; property: "highContrast"; value: root.highContrast }
}
