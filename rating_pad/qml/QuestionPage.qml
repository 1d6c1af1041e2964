// One of the two questions with its five faces, the best first.
import QtQuick
import QtQuick.Layouts
import Kit

Item {
    id: page
    readonly property string scene: pad.scene
    property real arrived: 1

    // The second question comes in from the side, so that nobody takes it for the first.
    onSceneChanged: if (visible && Theme.motion > 0) arriving.restart()
    NumberAnimation {
        id: arriving
        target: page
        property: "arrived"
        from: 0
        to: 1
        duration: Theme.motion
        easing.type: Easing.OutCubic
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 30 : 22)

        StepBar { Layout.fillWidth: true }
        QuestionTitle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.px(36)
            Layout.rightMargin: Theme.px(36)
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.px(36)
            Layout.rightMargin: Theme.px(36)
            Layout.bottomMargin: Theme.px(30)
            columns: Theme.portrait ? 1 : 5
            columnSpacing: Theme.px(18)
            rowSpacing: Theme.px(20)
            transform: Translate { x: (1 - page.arrived) * Theme.px(90) }
            Repeater {
                model: 5
                FaceButton {
                    required property int index
                    level: 5 - index
                    chosen: pad.chosen === level
                    settled: pad.under_way
                    enabled: pad.takes_touch && !pad.under_way
                    onClicked: pad.scene === "result" ? pad.choose_result(level)
                                                      : pad.choose_attitude(level)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: 1
                }
            }
        }
    }
}
