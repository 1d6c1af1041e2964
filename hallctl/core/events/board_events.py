"""Facts about boards and speakers."""

import msgspec

from hallctl.core.events.event import Event


class EmergencyShown(Event, frozen=True, kw_only=True, gc=False):
    """Every screen shows it over everything; ``emergency`` counts them, ``en`` may be empty."""

    emergency: int
    vi: str
    en: str
    others: dict[str, str] = msgspec.field(default_factory=dict)
    """In languages that the hall had added."""


class EmergencyCleared(Event, frozen=True, kw_only=True, gc=False):
    """It is over."""

    emergency: int


class SoundWasSet(Event, frozen=True, kw_only=True, gc=False):
    """How it sounds in the zone, or everywhere where that is empty; ``until`` 0: till a day opens."""

    sound: str
    zone: str
    until: int


class CounterTold(Event, frozen=True, kw_only=True, gc=False):
    """The supervisor's line to a counter; ``message`` counts them through the day."""

    counter: str
    message: int
    text: str


class MessageRead(Event, frozen=True, kw_only=True, gc=False):
    """Somebody at the counter has read it."""

    counter: str
    message: int


BoardEvent = EmergencyShown | EmergencyCleared | SoundWasSet | CounterTold | MessageRead
