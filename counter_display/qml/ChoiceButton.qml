// One answer of a sheet: what it is, a word more, and the key that chooses it.
import QtQuick
import QtQuick.Layouts
import Kit

PressArea {
    id: choice
    property var option: ({})
    property bool isDense: false
    // Where there is little height, the words make themselves small rather than leave it.
    readonly property bool isTight: isDense || height < Theme.type(140)

    focusPolicy: Qt.TabFocus
    text: option.detail ? option.text + ", " + option.detail : option.text || ""
    corner: Theme.smallRadius
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    leftPadding: Theme.px(Theme.portrait ? 12 : 22)
    rightPadding: leftPadding

    background: Rectangle {
        radius: choice.corner
        color: choice.down ? Theme.pressed : Theme.card
        border.width: Theme.line
        border.color: Theme.border
    }
    contentItem: RowLayout {
        spacing: Theme.px(Theme.portrait ? 12 : 18)
        NumberText {
            visible: text !== ""
            text: choice.option.key || ""
            weight: 800
            color: Theme.brand
            font.pixelSize: Theme.px(Theme.portrait ? 26 : choice.isTight ? 36 : 48)
            Layout.minimumWidth: Theme.px(Theme.portrait ? 24 : 36)
            Accessible.ignored: true
        }
        IconImage {
            visible: name !== ""
            name: choice.option.icon || ""
            color: Theme.brand
            size: Theme.px(Theme.portrait ? 28 : choice.isTight ? 38 : 52)
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true
            Layout.fillHeight: choice.isTight
            Layout.alignment: Qt.AlignVCenter
            WordText {
                text: choice.option.text || ""
                bold: true
                fontSizeMode: choice.isTight ? Text.Fit : Text.FixedSize
                minimumPixelSize: Theme.px(Theme.portrait ? 15 : 20)
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(20), Theme.px(23))
                              : choice.isTight ? Math.min(Theme.type(29), Theme.px(34)) : Math.min(Theme.type(34), Theme.px(40))
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: true
                Layout.fillHeight: choice.isTight
                Accessible.ignored: true
            }
            WordText {
                visible: text !== "" && !choice.isDense
                text: choice.option.detail || ""
                color: Theme.soft
                font.pixelSize: Theme.portrait ? Math.min(Theme.type(16), Theme.px(18)) : choice.isTight ? Math.min(Theme.type(22), Theme.px(25)) : Math.min(Theme.type(25), Theme.px(29))
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
