"""How the counter's two faces word spans of time, refusals and faults."""

from counter_display.back_office_refusals import BACK_OFFICE_REFUSALS
from hallctl.core.refusals import Refusal
from hallctl.station.link.answering import Answer
from hallctl.station.preferences import Preferences

PANEL_REFUSALS = frozenset(
    {
        Refusal.DAY_NOT_OPEN,
        Refusal.NOT_ALLOWED,
        Refusal.UNKNOWN_COUNTER,
        Refusal.UNKNOWN_SERVICE,
        Refusal.UNKNOWN_TICKET,
        Refusal.COUNTER_ALREADY_OPEN,
        Refusal.COUNTER_NOT_OPEN,
        Refusal.SIGN_IN_FIRST,
        Refusal.COUNTER_BUSY,
        Refusal.COUNTER_FREE,
        Refusal.NOBODY_WAITING,
        Refusal.TICKET_NOT_ALLOWED,
        Refusal.UNKNOWN_NUMBER,
        Refusal.REASON_NOT_OFFERED,
        Refusal.COUNTER_ON_BREAK,
        Refusal.NUMBER_NOT_CLEAR,
        Refusal.HELD_FOR_ANOTHER,
        Refusal.NOT_ON_BREAK,
        Refusal.OFFICIAL_ELSEWHERE,
        Refusal.OFFICIAL_NOT_HERE,
        Refusal.SAME_OFFICIAL,
        Refusal.UNKNOWN_PROFILE,
        Refusal.PROFILE_NOT_HERE,
        Refusal.SAME_PROFILE,
        Refusal.RECALLS_USED_UP,
        Refusal.RECALL_TOO_SOON,
        Refusal.NOWHERE_TO_TRANSFER,
        Refusal.SERVICE_PLANNED_ALREADY,
        Refusal.NOTE_NAMES_A_PERSON,
        Refusal.NOTHING_TO_UNDO,
        Refusal.TICKET_HAS_MOVED_ON,
        "unknown_token",
        "unreachable",
    }
)
"""What an official may be told instead of a grant; each has words of its own."""


TOLD = ("number", "numbers", "official", "counter", "held_for", "wait_s")
"""Details of refusals that their sentences may name."""


def refusal_words(preferences: Preferences, answer: Answer) -> str:
    """Why it was not done, as a kind sentence."""
    code = "unreachable" if answer.unreachable else answer.refused
    if code in BACK_OFFICE_REFUSALS:
        named = {name: answer.details.get(name, "") for name in BACK_OFFICE_REFUSALS[code]}
        return preferences.say(f"refused_{code}", **named)
    known = code if code in PANEL_REFUSALS else "other"
    told = {name: answer.details.get(name, "") for name in TOLD}
    return preferences.say(f"refused_{known}", **told)


def stopwatch(seconds: float) -> str:
    """A running time, ``4:09`` or ``1:04:09``; never below zero."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def minutes_words(preferences: Preferences, seconds: float) -> str:
    """Whole minutes, rounded down: ``12 phút``."""
    return preferences.say("minutes", count=max(0, int(seconds)) // 60)


def waited_words(preferences: Preferences, seconds: float) -> str:
    """As ``minutes_words``; the first minute has a word of its own."""
    return preferences.say("just_came") if seconds < 60 else minutes_words(preferences, seconds)
