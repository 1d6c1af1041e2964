"""What a press on a counter's keypad or rating pad asks of the hall; without I/O.

A pad with one row of buttons gives a mark for both questions (``both-4``); one with two rows gives
one each (``result-4``, ``attitude-5``), and nothing is sent before both are there: marks are not
guessed.
"""

import re
from collections.abc import Callable
from functools import partial

from hallctl.core.commands import (
    CallNext,
    CallNumber,
    Command,
    EndBreak,
    FinishVisit,
    MarkNoShow,
    Park,
    RateVisit,
    Recall,
    StartBreak,
    UndoLast,
)
from hallctl.core.views import CounterLight
from hallctl.station.link.addressing import new_command_id

_WITH_REASON = re.compile(r"(?P<deed>park|break)-(?P<reason>[a-z0-9_-]+)")
_PLAIN: dict[str, tuple[Callable[..., Command], ...]] = {
    "recall": (Recall,),
    "no-show": (MarkNoShow,),
    "finish": (FinishVisit,),
    "undo": (UndoLast,),
    "back": (EndBreak,),
}
_MARK = re.compile(r"(?P<question>both|result|attitude)-(?P<mark>[1-5])")


def acts_of(button: str, light: CounterLight, typed: str = "") -> tuple[Command, ...]:
    """The commands of a keypad's button, one after the other; none for a button of no meaning.

    ``call`` finishes whoever is being served and calls the next one, or the number that was typed; ``park-form`` and
    ``break-lunch`` name one of the hall's reasons, and ``back`` ends the break.
    """
    counter = light.counter
    if named := _WITH_REASON.fullmatch(button):
        kind = Park if named["deed"] == "park" else StartBreak
        return (kind(command_id=new_command_id(), counter=counter, reason=named["reason"]),)
    kinds: tuple[Callable[..., Command], ...] = _PLAIN.get(button, ())
    if button == "call":
        call = partial(CallNumber, number=typed) if typed else CallNext
        kinds = (FinishVisit, call) if light.number else (call,)
    return tuple(kind(command_id=new_command_id(), counter=counter) for kind in kinds)


class Marks:
    """One pad's marks for the visit that may be rated now."""

    def __init__(self) -> None:
        self._visit = ""
        self._given: dict[str, int] = {}

    def press(self, button: str, light: CounterLight) -> RateVisit | None:
        """Take one press; the rating when both questions have their mark."""
        pressed = _MARK.fullmatch(button)
        if pressed is None or light.visit is None:
            return None
        if light.visit != self._visit:
            self._visit, self._given = light.visit, {}
        mark, question = int(pressed["mark"]), pressed["question"]
        self._given |= (
            {"result": mark, "attitude": mark} if question == "both" else {question: mark}
        )
        if len(self._given) < 2:
            return None
        return RateVisit(command_id=new_command_id(), visit=light.visit, **self._given)
