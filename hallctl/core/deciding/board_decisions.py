"""What becomes of wishes about boards and speakers."""

from collections.abc import Callable
from typing import Any

from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.commands import board_commands as commands
from hallctl.core.commands.command import Command
from hallctl.core.events import board_events as events
from hallctl.core.guards import serving_counter
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused

OWN_LANGUAGES = frozenset({"vi", "en"})
"""They have fields of their own."""


def show_emergency(hall: Hall, wish: commands.ShowEmergency, by: Circumstances) -> Facts:
    """Open or closed: danger asks for no business day. The newest replaces the one before."""
    for language in wish.others:
        if language in OWN_LANGUAGES or language not in by.plan.rules.languages:
            raise Refused(Refusal.UNKNOWN_LANGUAGE, language=language)
    yield events.EmergencyShown(
        at=by.at,
        emergency=hall.boards.emergencies + 1,
        vi=wish.vi.strip(),
        en=(wish.en or "").strip(),
        others={language: said.strip() for language, said in wish.others.items()},
    )


def clear_emergency(hall: Hall, _wish: commands.ClearEmergency, by: Circumstances) -> Facts:
    if hall.boards.emergency is None:
        raise Refused(Refusal.NO_EMERGENCY)
    yield events.EmergencyCleared(at=by.at, emergency=hall.boards.emergency.emergency)


def set_sound(_hall: Hall, wish: commands.SetSound, by: Circumstances) -> Facts:
    zone = known_zone(by.plan, wish.zone)
    if wish.until is not None and wish.until <= by.at:
        raise Refused(Refusal.SOUND_IN_THE_PAST, until=wish.until)
    yield events.SoundWasSet(at=by.at, sound=wish.sound, zone=zone, until=wish.until or 0)


def tell_counter(hall: Hall, wish: commands.TellCounter, by: Circumstances) -> Facts:
    serving_counter(hall, wish.counter, by.plan)
    yield events.CounterTold(
        at=by.at,
        counter=wish.counter,
        message=hall.boards.messages_sent + 1,
        text=wish.text.strip(),
    )


def read_message(hall: Hall, wish: commands.ReadMessage, by: Circumstances) -> Facts:
    message = hall.boards.messages.get(wish.counter)
    if message is None:
        raise Refused(Refusal.NO_MESSAGE, counter=wish.counter)
    yield events.MessageRead(at=by.at, counter=wish.counter, message=message.message)


def known_zone(plan: Plan, zone: str | None) -> str:
    """The zone's name, empty for the whole hall. Raises :class:`Refused` for one there is not."""
    if zone and zone not in {one.zone for one in plan.zones}:
        raise Refused(Refusal.UNKNOWN_ZONE, zone=zone)
    return zone or ""


DECIDE_ON_BOARDS: dict[type[Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.ShowEmergency: show_emergency,
    commands.ClearEmergency: clear_emergency,
    commands.SetSound: set_sound,
    commands.TellCounter: tell_counter,
    commands.ReadMessage: read_message,
}
