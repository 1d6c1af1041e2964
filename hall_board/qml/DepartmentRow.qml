// One department: how many of its dossiers were resolved in time today, of how many, in per cent.
import QtQuick
import Kit

Item {
    id: root
    required property var row
    required property int index
    readonly property var counts: row
    property int size: Theme.px(36)
    // Where there is room, the share is drawn too: it leads the eye from the name to its numbers.
    property bool hasBar: false
    // In a table all rows are as high, and the longest names make themselves small.
    property bool isTable: false
    readonly property int barFrom: Math.round(width * 0.38)
    readonly property color tint: counts.tone === "good" ? Theme.board.good
        : counts.tone === "warn" ? Theme.board.warn : Theme.board.sky

    implicitHeight: Math.max(name.implicitHeight, share.implicitHeight) + Theme.px(10)

    WordText {
        id: name
        anchors {
            left: parent.left; right: root.hasBar ? undefined : behind.left; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(12)
        }
        width: root.hasBar ? root.barFrom - Theme.px(40) : undefined
        height: root.isTable ? root.height - Theme.px(4) : implicitHeight
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: root.isTable ? Text.Fit : Text.FixedSize
        minimumPixelSize: Theme.px(36)
        text: root.counts.is_other ? board.words.vi.other : root.counts.name
        color: Theme.board.ink
        font.pixelSize: root.size
        font.weight: Font.Medium
        lineHeight: 0.94
    }
    Rectangle {
        visible: root.hasBar
        x: root.barFrom
        width: behind.x - x
        height: Math.round(root.size * 0.36)
        anchors.verticalCenter: parent.verticalCenter
        radius: height / 2
        color: Theme.board.raised
        Rectangle {
            width: Math.round(parent.width * root.counts.drawn)
            height: parent.height
            radius: parent.radius
            color: root.tint
        }
    }
    NumberText {
        id: behind
        anchors { right: share.left; verticalCenter: parent.verticalCenter }
        width: Math.round(root.size * (root.isTable && !root.hasBar ? 5.2 : 6.4))
        horizontalAlignment: Text.AlignRight
        text: root.counts.in_time_of
        color: root.counts.tone === "soft" ? Theme.board.sky : Theme.board.ink
        font.pixelSize: root.size
    }
    NumberText {
        id: share
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        width: Math.round(root.size * (root.isTable && !root.hasBar ? 4.9 : 5.3))
        horizontalAlignment: Text.AlignRight
        text: root.counts.in_time
        color: root.tint
        font.pixelSize: root.size
    }
    Rectangle {
        anchors {
            left: parent.left; right: parent.right; bottom: parent.bottom
            leftMargin: Theme.px(28); rightMargin: Theme.px(28)
        }
        height: Theme.line
        color: Theme.board.raised
    }
}
