// A day's money, reconciled: by counter, official, method or procedure, and every payment.
import QtQuick
import QtQuick.Layouts
import Kit
import "../desk"

DeskPage {
    id: page
    readonly property var fees: panel.desk.day_fees
    readonly property var words: panel.preferences.words
    readonly property var keys: ["counter", "official", "method", "procedure"].map(
        key => ({ key: key, name: words["fees_by_" + key] }))
    property string part: "sums"

    title: words.desk_fees
    about: fees.day

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(Theme.portrait ? 8 : 14)

        RowLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true
            Layout.fillHeight: false
            DeskButton {
                text: page.words.day_before
                iconName: "chevron-left"
                iconOnly: true
                onClicked: page.fees.turn(-1)
            }
            DeskButton {
                text: page.words.day_after
                iconName: "chevron-right"
                iconOnly: true
                onClicked: page.fees.turn(1)
            }
            DeskChips {
                visible: !Theme.portrait
                options: page.keys
                chosen: page.fees.by
                onChose: key => page.fees.choose(key)
                Layout.fillWidth: true
            }
            Item { visible: Theme.portrait; Layout.fillWidth: true }
            PaperButtons {
                about: page.words.desk_fees + " " + page.fees.day
                isReady: !page.fees.pdf.is_busy
                onAsked: act => page.fees.paper(act)
            }
        }
        DeskChips {
            visible: Theme.portrait
            letters: 20
            options: page.keys
            chosen: page.fees.by
            onChose: key => page.fees.choose(key)
            Layout.fillWidth: true
        }
        OfficeNotes { desk: page.fees; Layout.fillWidth: true }
        RowLayout {
            visible: Theme.portrait
            spacing: Theme.px(6)
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: ["sums", "payments"]
                DeskTab {
                    required property string modelData
                    text: page.words["fees_" + modelData + "_tab"]
                    isShown: page.part === modelData
                    onClicked: page.part = modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }
        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Card {
                visible: !Theme.portrait || page.part === "sums"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 60
                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.px(Theme.portrait ? 12 : 24)
                    spacing: Theme.px(10)
                    MoneyRow {
                        isHead: true
                        line: ({ name: page.words["fees_by_" + page.fees.by], payments: page.words.fees_payments,
                                 taken: page.words.fees_taken, paid_back: page.words.fees_paid_back,
                                 balance: page.words.fees_balance })
                        Layout.fillWidth: true
                    }
                    Rectangle { color: Theme.hairline; implicitHeight: Theme.line; Layout.fillWidth: true }
                    DeskText {
                        visible: page.fees.lines.length === 0
                        text: page.words.fees_none_that_day
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    PagedLines {
                        lines: page.fees.lines
                        gap: Theme.px(12)
                        delegate: Component { MoneyRow { line: parent.modelData } }
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                    Rectangle { color: Theme.border; implicitHeight: Theme.line; Layout.fillWidth: true }
                    MoneyRow { isTotal: true; line: page.fees.total; Layout.fillWidth: true }
                }
            }
            DueCard {
                visible: !Theme.portrait || page.part === "payments"
                title: page.words.fees_payments_tab
                empty: page.words.fees_none_that_day
                lines: page.fees.payments
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 40
            }
        }
    }
}
