// Notices running from right to left at thirty frames a second; standing still where motion is unwanted.
import QtQuick
import Kit

Item {
    id: root
    property var notices: []
    property int still: 0
    readonly property real pace: Theme.px(110)

    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: notices.join(" ")

    Row {
        id: strip
        visible: !Theme.reduceMotion
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.px(40)
        spacing: Theme.px(56)
        Repeater {
            model: root.notices
            Row {
                spacing: Theme.px(56)
                WordText {
                    text: modelData
                    wrapMode: Text.NoWrap
                    color: Theme.board.barInk
                    font.pixelSize: Theme.px(36)
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.px(12)
                    height: width
                    rotation: 45
                    color: Theme.board.gold
                }
            }
        }
    }
    WordText {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        visible: Theme.reduceMotion
        text: root.notices.length ? root.notices[root.still % root.notices.length] : ""
        color: Theme.board.barInk
        font.pixelSize: Theme.px(32)
    }
    Timer {
        // Its own clock, half the screen's: a smooth line of text at half the work.
        property real last: 0
        interval: 33
        repeat: true
        running: root.visible && root.notices.length > 0 && !Theme.reduceMotion
        onRunningChanged: last = Date.now()
        onTriggered: {
            const now = Date.now()
            strip.x -= root.pace * Math.min(now - last, 200) / 1000
            last = now
            if (strip.x < -strip.width)
                strip.x = root.width
        }
    }
    Timer {
        interval: 12000
        repeat: true
        running: root.visible && root.notices.length > 1 && Theme.reduceMotion
        onTriggered: root.still = (root.still + 1) % root.notices.length
    }
}
