// Five faces, best first: side by side on a wide pad, one below the other on a tall one.
import QtQuick
import QtQuick.Layouts
import Kit

GridLayout {
    id: faces
    property int chosen: 0
    signal pressed(int mark)

    columns: Theme.portrait ? 1 : 5
    columnSpacing: Theme.px(22)
    rowSpacing: Theme.px(18)
    uniformCellWidths: true
    uniformCellHeights: true

    Repeater {
        model: pad.levels
        FaceButton {
            required property var modelData
            level: modelData.mark
            tone: modelData.tone
            text: modelData.words
            isChosen: faces.chosen === modelData.mark
            enabled: pad.takes_touch
            onClicked: faces.pressed(modelData.mark)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
