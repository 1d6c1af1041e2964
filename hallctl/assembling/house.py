"""The house itself: the hall's one writer, who is known at its door, and how it is drawn.

Every other part stands in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hallctl.api_tokens.store import ApiTokens
from hallctl.assembling.artists import Artists, Drawers, Drawing, artists_of, drawers_of
from hallctl.assembling.fittings import Fittings
from hallctl.catalogue.guide import Guides
from hallctl.catalogue.shelf import Shelf
from hallctl.controller import Clock, Controller
from hallctl.core.dossier_time import wall_clock
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import Journal
from hallctl.ledger.clerk import Clerk
from hallctl.ledger.period import Now
from hallctl.people.house import People, open_people
from hallctl.people.paired_stations import MACHINE
from hallctl.people.pairing import Pairing, Places
from hallctl.people.sessions import MINUTE_MS, Lasting
from hallctl.settings import HallSettings
from hallctl.web.addresses import Addresses
from hallctl.web.desks.device_desk import DeviceReports
from hallctl.web.fan_out import Draw, FanOut, Look
from hallctl.web.known.links import Links
from hallctl.web.known.staff import Staff
from hallctl.web.known.tokens import Tokens
from hallctl.web.ledger_door import LedgerDoor
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.pages import Pages
from hallctl.web.phone.corner import CodeCorner
from hallctl.web.phone.take_page import PhoneGate
from hallctl.web.presence import Presences
from hallctl.web.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """Who is known at the door: people, stations, programs, phones."""

    people: People
    staff: Staff
    pairing: Pairing
    programs: ApiTokens
    gate: PhoneGate
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What parts are made of."""

    settings: HallSettings
    clock: Clock
    controller: Controller
    links: Links
    addresses: Addresses
    fittings: Fittings
    entrance: Entrance
    artists: Artists
    drawers: Drawers
    """Who draws which kind of view; a part adds its own."""
    draw: Draw
    fan_out: FanOut
    ledger: LedgerReader
    """For what is looked up while somebody waits at a counter."""
    reports: LedgerReader
    """For what may take longer."""
    clerk: Clerk
    """For what takes long to write: charts, papers and sheets of reports."""
    bookkeeper: Clerk
    """The same, for what takes longest: long lists."""
    guides: Guides
    pages: Pages
    site: Site

    @property
    def directory(self) -> HallDirectory:
        """Where everything lies."""
        return HallDirectory(self.settings.directory)

    @property
    def plan(self) -> Plan:
        """What the hall does, and by which rules."""
        return self.settings.plan

    @property
    def staff(self) -> Staff:
        """Who works here, as the browser shows them."""
        return self.entrance.staff

    @property
    def tokens(self) -> Tokens:
        """Who asks."""
        return self.entrance.tokens

    @property
    def look(self) -> Look:
        """A view as it stands."""
        return self.fan_out.look

    @property
    def ledger_door(self) -> LedgerDoor:
        """The ledger for whoever may read it."""
        return LedgerDoor(self.ledger, self.tokens)

    @property
    def today(self) -> Callable[[], date]:
        """The hall's date."""
        return self.clock.today

    def now(self) -> Now:
        """The day and the moment, never before the newest fact's: a clock may step back."""
        at = self.controller.now()
        return Now(wall_clock(at, self.plan.timezone).date(), at)


def house_of(settings: HallSettings, journal: Journal, clock: Clock, hall: Hall) -> House:
    """The house of a hall's directory; ``hall`` is what its journal adds up to."""
    directory, plan = HallDirectory(settings.directory), settings.plan
    controller = Controller(plan, journal, clock, hall)
    links = Links(directory.link_secret())
    addresses = Addresses(links)
    entrance = _entrance(settings, links, controller.now)
    fittings = Fittings(settings, DeviceReports(controller.now), Presences(controller.now))
    artists = artists_of(settings, controller.hall, addresses, fittings.printers)
    corner = CodeCorner(controller.hall, plan, entrance.gate.codes, addresses)
    drawers = drawers_of(artists, corner, controller.hall, plan, fittings)
    draw = Drawing(drawers, controller.hall, controller.now)
    fan_out = FanOut(draw, controller)
    controller.prepare, controller.tell = fan_out.prepare, fan_out.tell
    pages = Pages(draw)
    return House(
        settings=settings,
        clock=clock,
        controller=controller,
        links=links,
        addresses=addresses,
        fittings=fittings,
        entrance=entrance,
        artists=artists,
        drawers=drawers,
        draw=draw,
        fan_out=fan_out,
        ledger=LedgerReader(directory.journal),
        reports=LedgerReader(directory.journal),
        clerk=Clerk(directory.journal),
        bookkeeper=Clerk(directory.journal),
        guides=Guides(Shelf(directory.path), plan),
        pages=pages,
        site=Site(pages, plan, entrance.tokens, entrance.staff),
    )


def _entrance(settings: HallSettings, links: Links, now: Callable[[], int]) -> Entrance:
    directory, plan = HallDirectory(settings.directory), settings.plan
    people = open_people(directory)
    staff = Staff(people, lambda: _lasting(settings), now)
    pairing = Pairing(people.store, lambda: _places(settings))
    programs = ApiTokens(directory.api_tokens)
    gate = PhoneGate.keyed(directory.link_secret(), plan, links)
    tokens = Tokens(
        actors_of(settings),
        links,
        staff,
        lambda token: pairing.actor(token) or programs.actor(token, now()),
        gate.devices,
    )
    return Entrance(
        people=people, staff=staff, pairing=pairing, programs=programs, gate=gate, tokens=tokens
    )


def _lasting(settings: HallSettings) -> Lasting:
    sessions = settings.sessions
    idle, whole = sessions.idle_minutes * MINUTE_MS, sessions.hours * 60 * MINUTE_MS
    return Lasting(round(idle), round(whole))


def _places(settings: HallSettings) -> Places:
    stations = settings.stations
    return Places(
        [one.counter for one in settings.plan.counters],
        [one.name for one in stations],
        [one.name for one in stations if one.role == MACHINE],
    )


def actors_of(settings: HallSettings) -> dict[str, Actor]:
    """The admin and the stations of ``hall.toml`` by their tokens."""
    directory = HallDirectory(settings.directory)
    actors = {directory.token(directory.admin_token): Actor("admin", Role.ADMIN)}
    for station in settings.stations:
        token = directory.token(directory.station_token(station.name))
        actors[token] = Actor(
            station.name, Role(station.role), station.counter, prints=bool(station.printer)
        )
    return actors
