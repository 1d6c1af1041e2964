"""The one place where the controller's parts are put together."""

import asyncio
from typing import NamedTuple

from hallctl.assembling.dossiers import dossier_parts, whatever_was_scanned
from hallctl.assembling.going_out import GoingOut, going_out_of
from hallctl.assembling.house import House, actors_of, house_of
from hallctl.assembling.kept import Kept, kept_of
from hallctl.assembling.office import office_parts, people_parts, public_parts, setup_parts
from hallctl.assembling.stations import Stations, stations_of
from hallctl.assembling.visits import appointment_parts, complaint_parts, visit_parts
from hallctl.backup_runs import BackupRuns
from hallctl.checkpoint.beginning import begun
from hallctl.checkpoint.keeping import Checkpoints
from hallctl.controller import Clock, Controller
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.opening import open_journal
from hallctl.live_settings import LiveSettings
from hallctl.machine.clock import SystemClock
from hallctl.people.house import People
from hallctl.settings import HallSettings
from hallctl.web.door.edge import Edge
from hallctl.web.door.fence import Fence
from hallctl.web.door.passing_over import PassingOver
from hallctl.web.door.public_door import PublicDoor
from hallctl.web.serving import Doors, Part
from hallctl.web.setup.hall_setup import HallSetup
from hallctl.web.site import WAYS
from hallctl.web.site.kindly import Kindly


class Assembly(NamedTuple):
    """A controller ready to serve."""

    house: House
    kept: Kept
    stations: Stations
    going_out: GoingOut
    doors: Doors
    live: LiveSettings
    backups: BackupRuns
    checkpoints: Checkpoints
    renewal: asyncio.Event
    """Set when the controller is to begin again with what its settings are then."""

    @property
    def controller(self) -> Controller:
        """The one writer."""
        return self.house.controller

    @property
    def people(self) -> People:
        """Everybody who may come in."""
        return self.house.entrance.people

    async def close(self) -> None:
        """Let what is under way end, then let go of every file."""
        await self.controller.close()
        self.people.store.close()
        self.kept.close()


def assemble(settings: HallSettings, clock: Clock | None = None) -> Assembly:
    """Put a hall together from its directory. Raises :class:`JournalError`."""
    directory = HallDirectory(settings.directory)
    journal = open_journal(directory)
    hall, told_up_to = begun(journal, directory.checkpoint)
    house = house_of(settings, journal, clock or SystemClock(settings.plan.timezone), hall)
    kept = kept_of(house)
    stations = stations_of(house, kept.stills)
    going_out = going_out_of(house, kept)
    live = _live(house, stations, going_out)
    backups = BackupRuns(settings, house.controller.now)
    renewal = asyncio.Event()
    setup = HallSetup(live, house.controller.now, renewal.set)
    parts = (
        *stations.parts,
        house.pages,
        *visit_parts(house, kept),
        *dossier_parts(house, kept.applicants),
        *appointment_parts(house, kept),
        *complaint_parts(house, kept, stations.cameras),
        *public_parts(house, kept),
        *office_parts(house),
        *setup_parts(house, setup, backups),
        *people_parts(house, kept),
        *going_out.parts(house),
        whatever_was_scanned(house),
    )
    return Assembly(
        house=house,
        kept=kept,
        stations=stations,
        going_out=going_out,
        doors=_doors(house, stations, live, parts),
        live=live,
        backups=backups,
        checkpoints=Checkpoints(directory.path, hall, told_up_to),
        renewal=renewal,
    )


def _live(house: House, stations: Stations, going_out: GoingOut) -> LiveSettings:
    """The settings, and who takes up a change of them while the hall runs."""
    live = LiveSettings(house.settings, house.controller)
    live.placed = stations.placed
    house.fittings.mistake = lambda: live.mistake
    live.followers += (
        lambda: house.tokens.give_out(actors_of(house.settings)),
        stations.changed,
        stations.views.follow,
        lambda: going_out.follow(house),
    )
    return live


def _doors(house: House, stations: Stations, live: LiveSettings, parts: tuple[Part, ...]) -> Doors:
    playlist, voice, reports = house.artists.playlist, house.artists.voice, house.fittings.reports
    return Doors(
        controller=house.controller,
        views=stations.views,
        fan_out=house.fan_out,
        ledgers=(house.ledger, house.reports),
        clerks=(house.clerk, house.bookkeeper),
        staff=house.staff,
        public=PublicDoor(),
        edge=Edge(house.tokens, is_behind_proxy=house.settings.server.behind_proxy),
        fence=Fence(house.controller, house.tokens, house.directory.fenced),
        passing_over=PassingOver(house.controller, house.tokens),
        kindly=Kindly(house.site, lambda: house.addresses.station_url),
        habits=(
            lambda: asyncio.to_thread(playlist.refresh),
            lambda: asyncio.to_thread(voice.refresh),
            lambda: asyncio.to_thread(house.pages.make_ready, [way.icon for way in WAYS]),
            lambda: asyncio.to_thread(house.guides.make_ready, house.today()),
        ),
        sound_faults=lambda: reports.faults("speaker"),
        settings_mistake=lambda: str(live.mistake or ""),
        parts=parts,
    )
