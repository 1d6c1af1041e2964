// The official's panel: whom I serve and what I may do on one side, who waits on the other.
// Keys: Space or Enter calls next, F2 recalls, F3 marks a no-show, F4 requeues, F5 finishes,
// F6 to F8 are the second row, F9 opens or closes the counter, Ctrl+Z takes the last press back,
// a letter begins a number to call, Esc takes the focus back from a button reached by Tab.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    id: root
    textScale: panel.preferences.text_scale
    highContrast: panel.preferences.high_contrast
    focus: true

    // The name field goes with the closed counter: the keys are the panel's again.
    readonly property string scene: panel.scene
    onSceneChanged: if (scene !== "closed" && scene !== "sign_in") root.forceActiveFocus()

    // A panel is read from a chair, or from a hand: wider letters where the window is narrow.
    Binding { target: Theme; property: "designShort"; value: root.width < root.height ? 540 : 1080 }
    Binding { target: Theme; property: "designLong"; value: root.width < root.height ? 900 : 1920 }

    Keys.onPressed: event => {
        event.accepted = true
        if (event.isAutoRepeat) return
        if (panel.floor.sheet.is_open) return root.answer(event)
        if (event.matches(StandardKey.Undo)) return panel.floor.undo()
        switch (event.key) {
        case Qt.Key_Space:
        case Qt.Key_Return:
        case Qt.Key_Enter: panel.scene === "closed" ? panel.serving.open_counter() : panel.serving.call_next(); break
        case Qt.Key_F2: panel.serving.recall(); break
        case Qt.Key_F3: panel.serving.mark_no_show(); break
        case Qt.Key_F4: panel.serving.requeue_current(); break
        case Qt.Key_F5: panel.serving.finish(); break
        case Qt.Key_F6: panel.floor.act(0); break
        case Qt.Key_F7: panel.floor.act(1); break
        case Qt.Key_F8: panel.floor.act(2); break
        case Qt.Key_F9: panel.scene === "closed" ? panel.serving.open_counter() : panel.serving.close_counter(); break
        case Qt.Key_Escape: root.forceActiveFocus(); break
        default: event.accepted = panel.floor.begin_number(event.text)
        }
    }

    // A sheet takes the keys while it asks.
    function answer(event) {
        switch (event.key) {
        case Qt.Key_Escape: panel.floor.sheet.back(); break
        case Qt.Key_Return:
        case Qt.Key_Enter: panel.floor.sheet.enter(); break
        case Qt.Key_Backspace: panel.floor.sheet.erase(); break
        default: event.accepted = panel.floor.sheet.press(event.text)
        }
    }
    readonly property bool isAsking: panel.floor.sheet.is_open
    onIsAskingChanged: root.forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PanelHeader { Layout.fillWidth: true }
        OfflineBar {
            visible: panel.offline_text !== ""
            Layout.fillWidth: true
            Layout.margins: Theme.px(Theme.portrait ? 14 : 24)
            Layout.bottomMargin: 0
        }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.px(Theme.portrait ? 14 : 24)
            visible: !panel.floor.sheet.is_open
            sourceComponent: Theme.portrait ? tall : wide
        }
        Loader {
            active: panel.floor.sheet.is_open
            visible: active
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.px(Theme.portrait ? 14 : 24)
            sourceComponent: ChoiceSheet {}
        }
    }
    Component { id: wide; WideBody {} }
    Component { id: tall; TallBody {} }
}
