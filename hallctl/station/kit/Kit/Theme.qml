// Every colour, size and distance of the screens. Sizes are for a short edge of 1080 and scale from there.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    // Set by ScreenRoot.
    property real windowWidth: 1080
    property real windowHeight: 1920
    property real textScale: 1
    property bool highContrast: false
    property bool reduceMotion: false
    // A screen drawn for another format may say so before it is shown.
    property real designShort: 1080
    property real designLong: 1920

    // The share of the height, from below, that holds everything to press: 1 is all of it.
    property real reach: 1
    readonly property real designHeader: portrait ? 204 : 126
    readonly property real reachUnit: windowHeight * reach
        / ((portrait ? designLong : designShort) - designHeader)

    readonly property bool portrait: windowHeight > windowWidth
    readonly property real wholeUnit: Math.min(Math.min(windowWidth, windowHeight) / designShort,
                                               Math.max(windowWidth, windowHeight) / designLong)
    readonly property real unit: reach < 1 ? Math.min(wholeUnit, reachUnit) : wholeUnit
    function px(length: real): int { return Math.max(1, Math.round(length * unit)) }
    function type(size: real): int { return Math.max(1, Math.round(size * unit * textScale)) }

    readonly property string wordFamily: "Be Vietnam Pro"
    readonly property string numberFamily: "Inter"

    // Type. Words follow the citizen's size; display numbers are large enough already.
    readonly property int titleSize: type(64)
    readonly property int headingSize: type(46)
    readonly property int tileSize: type(38)
    readonly property int buttonSize: type(32)
    readonly property int bodySize: type(30)
    readonly property int statusSize: type(26)
    readonly property int leastSize: type(24)
    readonly property int clockSize: px(portrait ? 72 : 58)

    // Distances.
    readonly property int margin: px(48)
    readonly property int gap: px(28)
    readonly property int radius: px(28)
    readonly property int smallRadius: px(18)
    readonly property int target: px(96)
    readonly property int line: Math.max(1, px(2))
    readonly property int strongLine: Math.max(2, px(4))
    readonly property int motion: reduceMotion ? 0 : 180

    // Colours: plain by day, light on black in high contrast.
    readonly property color page: highContrast ? "#000000" : "#F3F6FA"
    readonly property color card: highContrast ? "#0B0F14" : "#FFFFFF"
    readonly property color pressed: highContrast ? "#1E2A38" : "#E6EFF9"
    readonly property color ink: highContrast ? "#FFFFFF" : "#0D1B2A"
    readonly property color soft: highContrast ? "#E3EAF2" : "#44546A"
    readonly property color brand: highContrast ? "#FFD84D" : "#0B4F8A"
    readonly property color brandPressed: highContrast ? "#E0B92E" : "#083C6A"
    readonly property color brandInk: highContrast ? "#000000" : "#FFFFFF"
    readonly property color tint: highContrast ? "#1B232D" : "#E4EEF8"
    readonly property color deep: highContrast ? "#000000" : "#07294A"
    readonly property color deepInk: "#FFFFFF"
    readonly property color deepSoft: highContrast ? "#E3EAF2" : "#C4DBF1"
    readonly property color gold: highContrast ? "#FFD84D" : "#FFC72C"
    readonly property color goldPressed: highContrast ? "#E0B92E" : "#EDB20E"
    readonly property color goldInk: highContrast ? "#000000" : "#07294A"
    readonly property color goldEdge: highContrast ? "#FFFFFF" : "#8A5F00"
    readonly property color goldTint: highContrast ? "#1B232D" : "#FFF4D6"
    readonly property color good: highContrast ? "#7DF0B4" : "#1A7A4C"
    readonly property color warn: highContrast ? "#FFC27A" : "#A34A08"
    readonly property color bad: highContrast ? "#FFB4AB" : "#B3261E"
    readonly property color goodTint: highContrast ? "#10241A" : "#E6F4EC"
    readonly property color warnTint: highContrast ? "#2A1C0C" : "#FDF0E3"
    readonly property color badTint: highContrast ? "#2E1412" : "#FCEBE9"
    // An emergency: the same by day and in high contrast.
    readonly property color alarm: "#8F1710"
    readonly property color alarmInk: "#FFFFFF"
    readonly property color alarmEdge: "#FFC72C"
    readonly property color border: highContrast ? "#FFFFFF" : "#8494A8"
    readonly property color hairline: highContrast ? "#8A97A6" : "#CBD6E2"
    readonly property color focusOuter: highContrast ? "#000000" : "#07294A"
    readonly property color focusInner: "#FFC72C"
    readonly property color disabledInk: highContrast ? "#C9D3DE" : "#55647A"
    readonly property color disabledCard: highContrast ? "#0B0F14" : "#E9EEF4"

    // The dark board and the sign above a counter.
    readonly property QtObject board: QtObject {
        readonly property color ground: "#061A30"
        readonly property color card: "#0E2C4C"
        readonly property color raised: "#143A62"
        readonly property color line: "#4A6E94"
        readonly property color ink: "#FFFFFF"
        readonly property color sky: "#9FC4E8"
        readonly property color gold: "#FFC72C"
        readonly property color goldInk: "#07294A"
        readonly property color bar: "#0B4F8A"
        readonly property color barInk: "#FFFFFF"
        readonly property color good: "#5BE3A0"
        readonly property color warn: "#FFB868"
        readonly property color bad: "#FF9D94"
        // The two halves of a wait: as promised, and beyond.
        readonly property color promised: "#1D5540"
        readonly property color beyond: "#6B4A22"
        readonly property int callSize: theme.px(150)
        readonly property int earlierSize: theme.px(84)
        readonly property int headingSize: theme.px(36)
        readonly property int leastSize: theme.px(29)
        // Tables that are read from eight metres on a screen of 55 inches.
        readonly property int tableSize: theme.px(53)
    }

    // "good", "warn", "bad" or "soft", as view models name a state.
    function tone(name: string): color {
        return name === "good" ? good : name === "warn" ? warn : name === "bad" ? bad : soft
    }
    function toneTint(name: string): color {
        return name === "good" ? goodTint : name === "warn" ? warnTint : name === "bad" ? badTint : tint
    }
    function hex(colour: color): string { return colour.toString().slice(-6) }
}
