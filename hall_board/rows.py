"""Calls and services as rows the board can show: plain values, names bound, minutes counted."""

from hall_board.figures import NONE, minutes
from hallctl.core.plan import Words
from hallctl.core.views import Call, ServiceChoice
from hallctl.station.words import bind_compounds

Row = dict[str, object]

EMPTY_CALL: Row = {
    "call": 0,
    "number": "",
    "counter": "",
    "name": "",
    "name_en": "",
    "place": "",
    "place_en": "",
    "is_recall": False,
    "is_over": False,
    "is_spoken": False,
    "is_withdrawn": False,
}
"""The gold row before the day's first call."""


def names(words: Words) -> Row:
    """A name in Vietnamese, and in English where the hall gave one that differs."""
    english = words.en if words.en != words.vi else ""
    return {"name": bind_compounds(words.vi), "name_en": english}


def call_row(call: Call | None, speaking: int) -> Row:
    """One call; ``speaking`` is the call the hall hears now."""
    if call is None:
        return EMPTY_CALL
    return names(call.service_name) | {
        "call": call.call,
        "number": call.number,
        "counter": call.counter,
        "place": bind_compounds(_place(call, "vi")),
        "place_en": _place(call, "en"),
        "is_recall": call.is_recall,
        "is_over": not call.is_current,
        "is_spoken": call.call == speaking,
        "is_withdrawn": call.is_withdrawn,
    }


def _place(call: Call, language: str) -> str:
    """Where the counter is, and the way there; empty where it is here."""
    parts = (call.zone_name, call.direction)
    return ", ".join(getattr(one, language) for one in parts if one and getattr(one, language))


def service_row(choice: ServiceChoice, target_s: int) -> Row:
    """One queue. ``drawn`` is its expected wait on a scale whose middle is the target, 0 to 1;
    ``tone`` is ``good`` up to the target, ``warn`` beyond, ``soft`` with no counter open.
    """
    wait_s = choice.expected_wait_s
    expected = minutes(wait_s)
    is_late = wait_s is not None and wait_s > target_s
    return names(choice.name) | {
        "letter": choice.letter,
        "waiting": str(choice.waiting),
        "has_waiting": choice.waiting > 0,
        "minutes": NONE if expected is None else str(expected),
        "drawn": min(1.0, (wait_s or 0) / (2 * target_s)) if target_s else 0.0,
        "tone": "soft" if wait_s is None else "warn" if is_late else "good",
    }
