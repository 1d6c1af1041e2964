"""The simulated act where real people would: citizens press the kiosk, visitors press the pad."""

from collections.abc import Callable

from hallctl.core.commands import Command, IssueTicket, RateVisit
from hallctl.core.events import Event
from hallctl.core.permissions import Actor
from hallctl.core.plan import NORMAL
from hallctl.core.refusals import Refusal, Refused
from hallctl.demo.cast import Cast, Part
from hallctl.simulate.doors import HallDoor
from hallctl.station.stage import turn_until

PATIENCE_S = 10.0

Pressed = Callable[[str, str], None]
"""Told what a person has just done, such as ``kiosk-taken``, and on which screen."""


class Hands:
    """A way into the hall through its screens, and past them where nobody would press one."""

    def __init__(self, cast: Cast, door: HallDoor, pressed: Pressed) -> None:
        self._cast = cast
        self._door = door
        self._pressed = pressed

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """The facts that granted the command. Raises Refused."""
        match command:
            case IssueTicket():
                return self._take_number(command)
            case RateVisit():
                return self._rate(command) or self._door.ask(actor, command)
            case _:
                return self._door.ask(actor, command)

    def _take_number(self, wish: IssueTicket) -> tuple[Event, ...]:
        part = self._cast.kiosk
        kiosk = self._cast.kiosk.model
        kiosk.rest()
        kiosk.preferences.choose_language(wish.language)
        if wish.priority and wish.priority != NORMAL:
            kiosk.ask_priority()
            self._pressed("kiosk-priority", "kiosk")
            kiosk.choose_group(wish.priority)
            self._pressed("kiosk-services-with-priority", "kiosk")
        turn_until(lambda: bool(kiosk.may_choose), PATIENCE_S)
        facts = self._press(part, IssueTicket, lambda: kiosk.take_number(wish.service))
        self._pressed(f"kiosk-taken-{wish.language}", "kiosk")
        return facts

    def _rate(self, wish: RateVisit) -> tuple[Event, ...]:
        asking = (one for one in self._cast.pads.items() if _asks(one[1], wish.visit))
        counter, part = next(asking, ("", None))
        if part is None:  # the next visitor has come: this one answers nowhere we can see
            return ()
        screen = f"pad-{counter}"
        self._pressed("pad-result", screen)
        part.model.choose_result(wish.result)
        self._pressed("pad-attitude", screen)
        facts = self._press(part, RateVisit, lambda: part.model.choose_attitude(wish.attitude))
        self._pressed("pad-thanks", screen)
        return facts

    def _press(
        self, part: Part, wish: type[Command], press: Callable[[], None]
    ) -> tuple[Event, ...]:
        answers = part.link.answers
        answers.pop(wish, None)
        press()
        turn_until(lambda: wish in answers, PATIENCE_S)
        answer = answers.get(wish)
        if answer is None or answer.unreachable:
            raise OSError("the hall did not answer what was pressed on a screen")
        if answer.refused:
            raise Refused(Refusal(answer.refused), **answer.details)
        return answer.events


def _asks(part: Part, visit: str) -> bool:
    view = part.link.view
    return view is not None and getattr(view, "visit", None) == visit
