// One department: how many of its dossiers were resolved in time today, of how many, in per cent.
import QtQuick
import Kit

Item {
    id: root
    required property var row
    required property int index
    readonly property var counts: row

    implicitHeight: Math.max(name.implicitHeight, share.implicitHeight) + Theme.px(10)

    WordText {
        id: name
        anchors {
            left: parent.left; right: behind.left; verticalCenter: parent.verticalCenter
            leftMargin: Theme.px(28); rightMargin: Theme.px(12)
        }
        text: root.counts.is_other ? board.words.vi.other : root.counts.name
        color: Theme.board.ink
        font.pixelSize: Theme.px(36)
        font.weight: Font.Medium
        lineHeight: 0.94
    }
    NumberText {
        id: behind
        anchors { right: share.left; verticalCenter: parent.verticalCenter }
        width: Theme.px(230)
        horizontalAlignment: Text.AlignRight
        text: root.counts.in_time_of
        color: root.counts.tone === "soft" ? Theme.board.sky : Theme.board.ink
        font.pixelSize: Theme.px(36)
    }
    NumberText {
        id: share
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        width: Theme.px(190)
        horizontalAlignment: Text.AlignRight
        text: root.counts.in_time
        color: root.counts.tone === "good" ? Theme.board.good
            : root.counts.tone === "warn" ? Theme.board.warn : Theme.board.sky
        font.pixelSize: Theme.px(36)
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
