// The kiosk: who receives the citizen above, one question in the middle, the citizen's comfort below.
import QtQuick
import QtQuick.Layouts
import Kit

ScreenRoot {
    id: root
    emergency: kiosk.emergency
    textScale: kiosk.preferences.text_scale
    highContrast: kiosk.preferences.high_contrast
    reach: kiosk.reach.share

    // What a screen reader hears without being asked.
    readonly property string news: kiosk.news
    onNewsChanged: if (news !== "") Accessible.announce(news, Accessible.Assertive)

    // The services and the number are always there; other pages are made when they are asked for.
    readonly property var pages: ({ priority: priorityPage, help: helpPage, guide: guidePage, languages: languagesPage,
                                    find: findPage, browse: browsePage, procedure: procedurePage,
                                    track: trackPage, dossier: dossierPage,
                                    closed: closedPage, connecting: connectingPage })
    Component { id: priorityPage; PriorityPage {} }
    Component { id: helpPage; HelpPage {} }
    Component { id: guidePage; GuidePage {} }
    Component { id: languagesPage; LanguagesPage {} }
    Component { id: findPage; FindPage {} }
    Component { id: browsePage; BrowsePage {} }
    Component { id: procedurePage; ProcedurePage {} }
    Component { id: trackPage; TrackPage {} }
    Component { id: dossierPage; DossierPage {} }
    Component { id: closedPage; ClosedPage {} }
    Component {
        id: connectingPage
        MessagePage {
            iconName: "plug-zap"
            title: kiosk.preferences.words.connecting_title
            text: kiosk.preferences.words.connecting_text
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ReachTop {
            visible: kiosk.reach.is_on
            Layout.fillWidth: true
            Layout.preferredHeight: root.height * (1 - kiosk.reach.share)
        }
        HallHeader {
            visible: !kiosk.reach.is_on
            authority: kiosk.authority
            hall: kiosk.hall
            time: kiosk.clock.time
            date: kiosk.clock.date
            Layout.fillWidth: true
            HeaderCode {}
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            HomePage { anchors.fill: parent; visible: kiosk.scene === "home" && !kiosk.staying.is_asking }
            ThanksPage { anchors.fill: parent; visible: kiosk.scene === "thanks" }
            Loader {
                anchors.fill: parent
                visible: !kiosk.staying.is_asking
                sourceComponent: pages[kiosk.scene] || null
            }
            Loader { anchors.fill: parent; active: kiosk.staying.is_asking; sourceComponent: StillHere {} }
        }
        BottomBar {
            preferences: kiosk.preferences
            hasHelp: kiosk.scene !== "thanks"
            hasReach: kiosk.reach.is_offered
            isLow: kiosk.reach.is_on
            onLanguagesAsked: kiosk.show_languages()
            onReachAsked: kiosk.reach.switch()
            onHelpAsked: kiosk.show_help()
            Layout.fillWidth: true
        }
    }
}
