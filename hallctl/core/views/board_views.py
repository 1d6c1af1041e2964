"""What boards show besides queues and counts: their zone, how they sound, what they play."""

from typing import Literal

import msgspec

from hallctl.core.plan.board_rules import ChosenLanguage, SoundMode
from hallctl.core.words import Words


class EmergencyNote(msgspec.Struct, frozen=True, kw_only=True):
    """What every screen shows over everything; ``emergency`` tells it from the one before."""

    emergency: int
    words: Words
    since_at: int


class Sounding(msgspec.Struct, frozen=True, kw_only=True):
    """How the asking board is to sound now."""

    mode: SoundMode = "speak"
    volume: int = 100
    """0 to 100."""
    speaks: bool = True
    """Whether this station is a speaker of its zone at all."""
    voice: str = ""
    """The hall's own voice, by the hash of its manifest; empty for the synthesiser."""
    numbers: Literal["digits", "number"] = "digits"
    accent: Literal["north", "south"] = "north"
    stale_s: int = 90
    emergency_every_s: int = 20
    languages: tuple[str, ...] = ("vi", "en")
    """In which every call is made, in this order; the first always."""
    chosen_language: ChosenLanguage = "after"
    added: tuple[str, ...] = ()
    """Languages that the hall has added by a file and may call in, if the board has a voice for them."""


class PlaylistEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One picture or clip that is due in the zone now."""

    file: str
    digest: str
    """Of its bytes: the same name with other bytes is another file."""
    media: Literal["picture", "clip"]
    seconds: float
    """How long it is shown; a clip is begun again until then."""
    place: Literal["panel", "screen"] = "panel"
    """Beside the calls; or over the whole board while nobody is being called."""
    caption: Words | None = None


class MessageShown(msgspec.Struct, frozen=True, kw_only=True):
    """A line from the supervisor."""

    message: int
    text: str
    sent_at: int


class ZoneLine(msgspec.Struct, frozen=True, kw_only=True):
    """A zone as whoever runs the hall sees it."""

    zone: str
    name: Words
    mode: SoundMode
    volume: int
    is_set: bool
    """The supervisor has set the mode by hand."""
    until: int | None
    """Until when, or None."""
    notice: Words | None
