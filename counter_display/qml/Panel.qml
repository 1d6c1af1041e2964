// The official's panel: whom I serve and what I may do on one side, who waits on the other.
// Keys: Space or Enter calls next, F2 recalls, F3 marks a no-show, F4 requeues, F5 finishes,
// F6 to F8 are the second row, F1 chooses a profile (a digit while the counter is closed), F9 opens or closes the counter, Ctrl+Z takes the last press back,
// a letter begins a number to call, F10 receives a dossier, F11 opens one, F12 shows what is due,
// with Shift the courier runs, the day's fees and what is brought home,
// Esc leads back to the queue and takes the focus back from a button reached by Tab.
// A scanner that types is told from a hand by its speed: its Enter calls nobody.
import QtQuick
import QtQuick.Layouts
import Kit
import "desk"
import "office"

ScreenRoot {
    id: root
    emergency: panel.emergency
    foldWords: panel.preferences.words.emergency_seen
    textScale: panel.preferences.text_scale
    highContrast: panel.preferences.high_contrast
    focus: true

    // The name field goes with the closed counter: the keys are the panel's again.
    readonly property string scene: panel.scene
    onSceneChanged: if (scene !== "closed" && scene !== "sign_in") root.forceActiveFocus()

    // A panel is read from a chair, or from a hand: wider letters where the window is narrow.
    Binding { target: Theme; property: "designShort"; value: root.width < root.height ? 540 : 1080 }
    Binding { target: Theme; property: "designLong"; value: root.width < root.height ? 900 : 1920 }

    // The keys of the dossiers; while one of their pages is open, no key calls or finishes anybody.
    function deskKey(key, shifted, receives) {
        const place = [Qt.Key_F10, Qt.Key_F11, Qt.Key_F12].indexOf(key)
        if (place >= 0) {
            const pages = shifted ? ["runs", "fees", "deliveries"] : ["reception", "dossier", "due"]
            if (!shifted || panel.desk.links.includes(pages[place])) panel.desk.go(pages[place])
            return true
        }
        if (panel.desk.page === "") return false
        if (key === Qt.Key_Escape) panel.desk.go("")
        else if (receives && panel.desk.page === "reception") panel.desk.reception.receive()
        return true
    }

    Keys.onPressed: event => {
        event.accepted = true
        if (event.isAutoRepeat) return
        const enters = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
        const receives = enters && (event.modifiers & Qt.ControlModifier)
        if (enters && !receives && panel.desk.enter()) return panel.floor.sheet.close()
        const isScan = event.text >= " " && panel.desk.letter(event.text)
        if (panel.floor.sheet.is_open) return root.answer(event)
        if (isScan || root.deskKey(event.key, event.modifiers & Qt.ShiftModifier, receives)) return
        if (event.matches(StandardKey.Undo)) return panel.floor.undo()
        switch (event.key) {
        case Qt.Key_Space:
        case Qt.Key_Return:
        case Qt.Key_Enter: panel.scene === "closed" ? panel.serving.open_counter() : panel.serving.call_next(); break
        case Qt.Key_F1: panel.floor.choose_profile(); break
        case Qt.Key_F2: panel.serving.recall(); break
        case Qt.Key_F3: panel.serving.mark_no_show(); break
        case Qt.Key_F4: panel.serving.requeue_current(); break
        case Qt.Key_F5: panel.serving.finish(); break
        case Qt.Key_F6: panel.floor.act(0); break
        case Qt.Key_F7: panel.floor.act(1); break
        case Qt.Key_F8: panel.floor.act(2); break
        case Qt.Key_F9: panel.scene === "closed" ? panel.serving.open_counter() : panel.serving.close_counter(); break
        case Qt.Key_Escape: root.forceActiveFocus(); break
        default: event.accepted = panel.scene === "closed" ? panel.opening.press(event.text) : panel.floor.begin_number(event.text)
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
        MessageBar {
            visible: said && !Theme.portrait
            Layout.fillWidth: true
            Layout.margins: Theme.px(Theme.portrait ? 14 : 24)
            Layout.bottomMargin: 0
        }
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
            sourceComponent: panel.desk.page === "reception" ? reception
                           : panel.desk.page === "dossier" ? dossier
                           : panel.desk.page === "due" ? due
                           : panel.desk.page === "runs" ? runs
                           : panel.desk.page === "fees" ? fees
                           : panel.desk.page === "deliveries" ? deliveries
                           : Theme.portrait ? tall : wide
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
    // On a small upright panel there is no room beside the day's work: it lies over it until it is read.
    MessageBar {
        visible: said && Theme.portrait
        z: 5
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(14) }
    }
    Component { id: wide; WideBody {} }
    Component { id: tall; TallBody {} }
    Component { id: reception; ReceptionPage {} }
    Component { id: dossier; DossierPage {} }
    Component { id: due; DuePage {} }
    Component { id: runs; RunsPage {} }
    Component { id: fees; DayFeesPage {} }
    Component { id: deliveries; DeliveriesPage {} }
    Connections {
        target: panel.desk
        function onChanged() { if (panel.desk.page === "") root.forceActiveFocus() }
    }
}
