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
    "name_beside": "",
    "place": "",
    "place_beside": "",
    "is_recall": False,
    "is_over": False,
    "is_spoken": False,
    "is_withdrawn": False,
}
"""The gold row before the day's first call."""


def names(words: Words, beside: str) -> Row:
    """A name in Vietnamese, and in the language beside it where the hall gave one that differs."""
    return {"name": bind_compounds(words.vi), "name_beside": words.beside(beside)}


def call_row(call: Call | None, speaking: int, beside: str) -> Row:
    """One call; ``speaking`` is the call the hall hears now."""
    if call is None:
        return EMPTY_CALL
    return names(call.service_name, beside) | {
        "call": call.call,
        "number": call.number,
        "counter": call.counter,
        "place": bind_compounds(", ".join(one.vi for one in _place(call) if one.vi)),
        "place_beside": ", ".join(filter(None, (one.beside(beside) for one in _place(call)))),
        "is_recall": call.is_recall,
        "is_over": not call.is_current,
        "is_spoken": call.call == speaking,
        "is_withdrawn": call.is_withdrawn,
    }


def _place(call: Call) -> list[Words]:
    """Where the counter is, and the way there; nothing where it is here."""
    return [one for one in (call.zone_name, call.direction) if one is not None]


def service_row(choice: ServiceChoice, target_s: int, beside: str) -> Row:
    """One queue. ``drawn`` is its expected wait on a scale whose middle is the target, 0 to 1;
    ``tone`` is ``good`` up to the target, ``warn`` beyond, ``soft`` with no counter open.
    """
    wait_s = choice.expected_wait_s
    expected = minutes(wait_s)
    is_late = wait_s is not None and wait_s > target_s
    return names(choice.name, beside) | {
        "letter": choice.letter,
        "waiting": str(choice.waiting),
        "has_waiting": choice.waiting > 0,
        "minutes": NONE if expected is None else str(expected),
        "drawn": min(1.0, (wait_s or 0) / (2 * target_s)) if target_s else 0.0,
        "tone": "soft" if wait_s is None else "warn" if is_late else "good",
    }
