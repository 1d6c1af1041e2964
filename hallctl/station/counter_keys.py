"""What a press on a counter's keypad or rating pad asks of the hall; without I/O.

A pad with one row of buttons gives a mark for both questions (``both-4``); one with two rows gives
one each (``result-4``, ``attitude-5``), and nothing is sent before both are there: marks are not
guessed.
"""

import re

from hallctl.core.commands import (
    CallNext,
    Command,
    FinishVisit,
    MarkNoShow,
    RateVisit,
    Recall,
)
from hallctl.core.views import CounterLight
from hallctl.station.addressing import new_command_id

_MARK = re.compile(r"(?P<question>both|result|attitude)-(?P<mark>[1-5])")


def acts_of(button: str, light: CounterLight) -> tuple[Command, ...]:
    """The commands of a keypad's button, one after the other; none for a button of no meaning.

    ``call`` finishes whoever is being served and calls the next one.
    """
    counter = light.counter
    match button:
        case "call" if light.number:
            finish = FinishVisit(command_id=new_command_id(), counter=counter)
            return finish, CallNext(command_id=new_command_id(), counter=counter)
        case "call":
            return (CallNext(command_id=new_command_id(), counter=counter),)
        case "recall":
            return (Recall(command_id=new_command_id(), counter=counter),)
        case "no-show":
            return (MarkNoShow(command_id=new_command_id(), counter=counter),)
        case "finish":
            return (FinishVisit(command_id=new_command_id(), counter=counter),)
    return ()


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
