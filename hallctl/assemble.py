"""The one place where the controller's parts are put together."""

from typing import NamedTuple

from hallctl.clock import SystemClock
from hallctl.controller import Clock, Controller
from hallctl.core.drawing import Artist
from hallctl.core.permissions import Actor, Role
from hallctl.core.views import View
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.projecting import project
from hallctl.ledger.schema import create_ledger
from hallctl.settings import HallSettings
from hallctl.web.command_api import CommandApi
from hallctl.web.fan_out import Draw, FanOut, ViewKey
from hallctl.web.links import Links
from hallctl.web.serving import Doors
from hallctl.web.ticket_page import TicketPage
from hallctl.web.tokens import Tokens
from hallctl.web.view_api import ViewApi


class Assembly(NamedTuple):
    """A controller ready to serve; ``addresses`` learns where phones reach it."""

    controller: Controller
    doors: Doors
    addresses: "Addresses"


class Addresses:
    """Where citizens' phones find their tickets; known once the server listens."""

    def __init__(self, links: Links) -> None:
        self.public_url = ""
        self._links = links

    def link_to(self, ticket: str) -> str:
        """The address in a ticket's QR code."""
        return f"{self.public_url}/t/{self._links.link(ticket)}"


def assemble(settings: HallSettings, clock: Clock | None = None) -> Assembly:
    """Put a hall together from its directory. Raises :class:`JournalError`."""
    directory = HallDirectory(settings.directory)
    plan = settings.plan
    links = Links(directory.link_secret())
    addresses = Addresses(links)
    controller = Controller(plan, open_journal(directory), clock or SystemClock(plan.timezone))
    printers = {station.name: station.printer for station in settings.stations}
    draw = _draw(Artist(controller.hall, plan, addresses.link_to, printers), controller)
    fan_out = FanOut(draw, controller)
    controller.tell = fan_out.tell
    tokens = Tokens(_actors(settings, directory))
    doors = Doors(
        controller=controller,
        commands=CommandApi(controller, tokens),
        views=ViewApi(plan, fan_out.look, fan_out, tokens, links),
        ticket_page=TicketPage(draw, fan_out.look, links),
        fan_out=fan_out,
    )
    return Assembly(controller, doors, addresses)


def open_journal(directory: HallDirectory) -> SqliteJournal:
    """The hall's journal with its ledger beside it. Raises :class:`JournalError`."""
    journal = SqliteJournal(directory.journal, project)
    create_ledger(journal.database)
    return journal


def _actors(settings: HallSettings, directory: HallDirectory) -> dict[str, Actor]:
    actors = {directory.token(directory.admin_token): Actor("admin", Role.ADMIN)}
    for station in settings.stations:
        token = directory.token(directory.station_token(station.name))
        actors[token] = Actor(
            station.name, Role(station.role), station.counter, prints=bool(station.printer)
        )
    return actors


def _draw(artist: Artist, controller: Controller) -> Draw:
    def draw(key: ViewKey) -> View | None:
        at = controller.now()
        match key.kind:
            case "kiosk":
                return artist.kiosk(at, key.of)
            case "counter":
                return artist.counter(at, key.of)
            case "board":
                return artist.board(at)
            case "sign":
                return artist.sign(at, key.of)
            case "pad":
                return artist.pad(at, key.of)
            case _:
                return artist.ticket(at, key.of)

    return draw
