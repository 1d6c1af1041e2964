"""Facts about boards and speakers change the hall."""

from collections.abc import Callable
from typing import Any, cast

import msgspec

from hallctl.core.events import board_events as events
from hallctl.core.events.event import Event
from hallctl.core.hall import Hall
from hallctl.core.hall.board_book import CounterMessage, Emergency, SoundSet
from hallctl.core.plan.board_rules import SoundMode
from hallctl.core.words import Words


def _emergency_shown(hall: Hall, event: events.EmergencyShown) -> None:
    hall.boards.emergencies = event.emergency
    words = Words(event.vi, event.en, event.others or msgspec.UNSET)
    hall.boards.emergency = Emergency(event.emergency, words, event.at)


def _emergency_cleared(hall: Hall, _event: events.EmergencyCleared) -> None:
    hall.boards.emergency = None


def _sound_was_set(hall: Hall, event: events.SoundWasSet) -> None:
    if event.sound == "planned":
        hall.boards.sounds.pop(event.zone, None)
    else:
        hall.boards.sounds[event.zone] = SoundSet(cast("SoundMode", event.sound), event.until)


def _counter_told(hall: Hall, event: events.CounterTold) -> None:
    hall.boards.messages_sent = event.message
    hall.boards.messages[event.counter] = CounterMessage(event.message, event.text, event.at)


def _message_read(hall: Hall, event: events.MessageRead) -> None:
    hall.boards.messages.pop(event.counter, None)


APPLY_TO_BOARDS: dict[type[Event], Callable[[Hall, Any], None]] = {
    events.EmergencyShown: _emergency_shown,
    events.EmergencyCleared: _emergency_cleared,
    events.SoundWasSet: _sound_was_set,
    events.CounterTold: _counter_told,
    events.MessageRead: _message_read,
}
