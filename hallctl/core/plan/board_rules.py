"""How the hall shows and speaks: its zones, what their boards show, how loud it is at which hour."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from hallctl.core.calendar import Shift
from hallctl.core.words import Words

Scene = Literal["calls", "queues", "departments", "playlist"]
SCENES: tuple[Scene, ...] = ("calls", "queues", "departments", "playlist")
SoundMode = Literal["speak", "chime", "visual"]
"""Whole sentences; the chime alone; nothing but the screen."""

ChosenLanguage = Literal["no", "after", "first"]
"""Whether the language in which a ticket was taken is called in too: after the hall's first, or before."""


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the hall with boards of its own. Without counters and services it shows everything."""

    zone: str
    name: Words
    counters: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    """Calls of these services are shown and spoken here, wherever the counter is."""
    boards: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Stations that speak here; empty: its boards."""
    direction: Words = Words("")
    """The way there, as boards of other zones say it."""
    shows: tuple[Scene, ...] = SCENES

    @property
    def is_whole(self) -> bool:
        """Whether it shows the whole hall, as at an entrance."""
        return not (self.counters or self.services)

    def takes(self, counter: str, service: str) -> bool:
        """Whether a call of that service to that counter belongs here."""
        return self.is_whole or counter in self.counters or service in self.services


class SoundHours(msgspec.Struct, frozen=True, kw_only=True):
    """How it sounds at some hours; the first that fits counts."""

    hours: tuple[Shift, ...]
    weekdays: tuple[int, ...] = ()
    """ISO weekdays; empty: every day."""
    mode: SoundMode = "speak"
    volume: int = 100
    zone: str = ""


class AnnouncementRules(msgspec.Struct, frozen=True, kw_only=True):
    """Whose voice calls, how loud, and how numbers are read."""

    voice: str = ""
    """Folder of a voice in ``voices``; empty: each board's own synthesiser."""
    volume: int = 100
    """In per cent of what the board's machine can give."""
    numbers: Literal["digits", "number"] = "digits"
    """A012 is "A không một hai", or "A mười hai"."""
    accent: Literal["north", "south"] = "north"
    """Linh and nghìn, or lẻ and ngàn."""
    stale_s: int = 90
    """A call that a board hears of later than this is left to its screen."""
    emergency_every_s: int = 20
    """The silence between two times that an emergency is spoken."""
    languages: tuple[str, ...] = ("vi", "en")
    """In which every call is made, in this order; the first always."""
    chosen_language: ChosenLanguage = "after"


class Announcing(AnnouncementRules, frozen=True, kw_only=True):
    """How calls are announced, by the hour too."""

    sounds: tuple[SoundHours, ...] = ()


ZONE_OF_NOBODY = Zone(zone="", name=Words(""))
"""What a board shows that no zone names: the whole hall."""


def zone_of_station(zones: Sequence[Zone], station: str) -> Zone | None:
    """Where a board or speaker belongs; None where no zone names it."""
    return next((one for one in zones if station in (*one.boards, *one.speakers)), None)


def zone_of_counter(zones: Sequence[Zone], counter: str) -> Zone | None:
    """The zone that a counter stands in, or None."""
    return next((one for one in zones if counter in one.counters), None)


def speaks(zone: Zone, station: str) -> bool:
    """Whether that station is heard in the zone; one that no zone names speaks."""
    return station in (zone.speakers or zone.boards) or station not in zone.boards
