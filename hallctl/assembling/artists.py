"""Who draws the views put together."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from hallctl.assembling.fittings import Fittings
from hallctl.core.drawing import Artist
from hallctl.core.drawing.device_drawing import DeviceArtist, Printing
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.drawing.slip_drawing import PrintingStation, SlipArtist
from hallctl.core.drawing.unsent import with_unsent
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.rule_watching import RuleWatch
from hallctl.core.views import View
from hallctl.core.views.hall_views import Alert, HallView
from hallctl.core.words import Words
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.problem_words import in_words
from hallctl.problems import Problem
from hallctl.settings import HallSettings
from hallctl.web.addresses import Addresses
from hallctl.web.fan_out import ViewKey
from hallctl.web.phone.corner import CodeCorner
from hallctl.web.voice_shelf import VoiceShelf

ONE_MOMENT_MS = 50
"""Less than anybody can see of a clock."""
Drawers = dict[str, Callable[[int, str], View | None]]
"""By the kind of view: the moment, and whom it is for."""


class Artists(NamedTuple):
    """Who draws the hall, its slips and its machines; and what boards play and speak with."""

    hall: Artist
    slips: SlipArtist
    machines: DeviceArtist
    playlist: PlaylistShelf
    voice: VoiceShelf


def artists_of(
    settings: HallSettings, hall: Hall, addresses: Addresses, printers: dict[str, str]
) -> Artists:
    """``printers`` is where each station prints, as it is when a view is drawn."""
    plan = settings.plan
    slips = SlipArtist(hall, plan, addresses.link_to_dossier, addresses.link_to_procedure)
    artist = Artist(hall, plan, addresses.link_to, printers, slips)
    artist.day_link = addresses.link_to_day
    printing = Printing(addresses.link_to, printers, slips)
    playlist = PlaylistShelf(
        settings.directory, plan.timezone, lambda: [one.zone for one in plan.zones]
    )
    voice = VoiceShelf(settings.directory, lambda: plan.announcing.voice)
    artist.boards.playing, artist.boards.voice = playlist.due, voice.digest
    return Artists(artist, slips, DeviceArtist(hall, plan, artist.pad, printing), playlist, voice)


def drawers_of(
    artists: Artists, corner: CodeCorner, hall: Hall, plan: Plan, fittings: Fittings
) -> Drawers:
    """Every view that the hall, its stations and its boards are shown."""
    artist, reports = artists.hall, fittings.reports
    watch = RuleWatch()

    def kiosk(at: int, of: str) -> View:
        return corner.on_kiosk(artist.kiosk(at, of)) if of else artist.kiosk(at)

    def slips(at: int, of: str) -> View:
        return artists.slips.slips(at, PrintingStation(of, fittings.printers.get(of, "")))

    def whole(at: int, _of: str) -> View:
        stations = reports.with_paper(fittings.presences.now())
        view = watch.added(hall_view(hall, plan, at, fittings.equipment, stations), hall, plan)
        return _with_mistake(with_unsent(view, fittings.unsent()), fittings.mistake())

    return {
        "kiosk": kiosk,
        "board": artist.board,
        "own_board": lambda at, of: corner.on_board(artist.board(at, of)),
        "counter": artist.counter,
        "sign": artist.sign,
        "pad": artist.pad,
        "ticket": artist.ticket,
        "dossier": artist.dossier,
        "runs": lambda at, _of: artist.runs(at),
        "slips": slips,
        "devices": artists.machines.devices,
        "hall": whole,
    }


def _with_mistake(view: HallView, mistake: Problem | None) -> HallView:
    """What is wrong with the settings is said after what is urgent on the floor."""
    if mistake is None:
        return view
    vi, en = (f"{mistake.file}: {in_words(mistake, one)}" for one in ("vi", "en"))
    alert = Alert(kind="settings_mistake", words=Words(vi, en))
    urgent = tuple(one for one in view.alerts if one.is_urgent)
    calm = view.alerts[len(urgent) :]
    return msgspec.structs.replace(view, alerts=(*urgent, alert, *calm))


class Drawing:
    """The view of a key as it stands now; ``drawers`` may still grow.

    Views drawn one after the other are of one moment, so that they agree, and share what they
    have in common.
    """

    def __init__(
        self,
        drawers: Mapping[str, Callable[[int, str], View | None]],
        hall: Hall,
        now: Callable[[], int],
    ) -> None:
        self._drawers = drawers
        self._hall = hall
        self._now = now
        self._moment = (-1, -1)
        """The journal number and the time (ms) of what was drawn last."""

    def __call__(self, key: ViewKey) -> View | None:
        """Draw it."""
        return self._drawers[key.kind](self._at(), key.of)

    def _at(self) -> int:
        now, (number, at) = self._now(), self._moment
        if number != self._hall.journal_number or not at <= now < at + ONE_MOMENT_MS:
            self._moment, at = (self._hall.journal_number, now), now
        return at
