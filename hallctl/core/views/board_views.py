"""What boards show: calls, waiting and counts, their zone, how they sound, what they play."""

from datetime import date
from typing import Literal

import msgspec

from hallctl.core.plan.board_rules import SCENES, ChosenLanguage, Scene, SoundMode
from hallctl.core.views.dossier_views import DepartmentCounts, DossierCounts
from hallctl.core.views.phone_views import HallCodeShown
from hallctl.core.views.queue_views import Call, Counts, ServiceChoice, ServiceCounts
from hallctl.core.views.view import View
from hallctl.core.words import Words


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


class BoardView(View, frozen=True, kw_only=True, tag="board"):
    """The wall board: calls newest first, waiting per service, the day's counts."""

    calls: tuple[Call, ...]
    """The newest twenty, newest first, and every other whose counter still asks for it; a recall takes
    its ticket's place anew."""
    services: tuple[ServiceChoice, ...]
    counts: Counts
    by_service: tuple[ServiceCounts, ...]
    counters_open: int
    notices: tuple[Words, ...]
    target_s: int
    dossiers: DossierCounts = DossierCounts()
    departments: tuple[DepartmentCounts, ...] = ()
    """Every department's dossiers today; none where the hall receives no dossiers."""
    hall_code: HallCodeShown | None = None
    """For phones to take a number by; only for a board that asks in its own name."""
    sealed_day: date | None = None
    """The newest day whose figures are sealed, and so signed for everybody to check."""
    sealed_link: str = ""
    """The page of that day."""
    zone: str = ""
    """The asking board's part of the hall; empty for all of it."""
    zone_name: Words | None = None
    shows: tuple[Scene, ...] = SCENES
    sounding: Sounding = Sounding()
    playlist: tuple[PlaylistEntry, ...] = ()
    """What is due now, in order."""
    newest_call: int = 0
    """The number of the whole hall's newest announcement, in whatever zone."""
    beside: tuple[str, ...] = ("en",)
    """Languages beside the Vietnamese; several take turns."""
