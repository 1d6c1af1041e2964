"""Where the hall is reached: by stations and browsers, and by citizens' phones for their pages."""

from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from hallctl.machine.discovery import EVERY_INTERFACE, LOOPBACK, lan_addresses
from hallctl.settings.tables.hall import Server
from hallctl.web.known.links import Links


class Listens(NamedTuple):
    """Where a controller listens, or will: the addresses and ports of its doors."""

    host: str = ""
    port: int = 0
    public_port: int = 0
    """Plain HTTP for phones, beside TLS; 0 where there is none."""
    is_encrypted: bool = False


class Reached(NamedTuple):
    """The addresses by which others come there."""

    stations: str
    phones: str


def reached(at: Listens, server: Server) -> Reached:
    """Where stations and browsers find what listens there, and where phones do."""
    host = lan_address(at.host)
    stations = f"{'https' if at.is_encrypted else 'http'}://{host}:{at.port}"
    plain = f"http://{host}:{at.public_port}" if at.public_port else stations
    return Reached(stations, server.public_url or plain)


def lan_address(host: str) -> str:
    """What others type to come here: an address of this machine, where it listens on every one."""
    return host if host not in EVERY_INTERFACE else next(lan_addresses(), LOOPBACK)


class Addresses:
    """Whole addresses, as QR codes carry them; known once the server listens."""

    def __init__(self, links: Links) -> None:
        self.public_url = ""
        self.station_url = ""
        """Where stations find the hall."""
        self.at = Listens()
        self.given: frozenset[str] = frozenset()
        """Settings of the server that were given otherwise when it was started."""
        self.fault = ""
        """Why it could not listen where its file says, and stayed where it was."""
        self.links = links

    @property
    def port(self) -> int:
        """Where it listens for everybody."""
        return self.at.port

    def link_to(self, ticket: str) -> str:
        """The address in a ticket's QR code."""
        return f"{self.public_url}/t/{self.links.link(ticket)}"

    def link_to_code(self, code: str) -> str:
        """The address in the code that boards and kiosks show to phones."""
        return f"{self.public_url}/n/{code}"

    @property
    def complaint_page(self) -> str:
        """Where a phone finds the form to complain on."""
        return f"{self.public_url}/complaint"

    def link_to_dossier(self, dossier: str) -> str:
        """The address in the QR code of a dossier's receipt."""
        return f"{self.public_url}/d/{self.links.dossier_link(dossier)}"

    def link_to_appointment(self, appointment: str) -> str:
        """The address in the QR code of an appointment."""
        return f"{self.public_url}/a/{self.links.appointment_link(appointment)}"

    def link_to_procedure(self, procedure: str) -> str:
        """A procedure's own page in the public listing."""
        return f"{self.public_url}/procedures/{quote(procedure, safe='')}"

    def link_to_day(self, day: date) -> str:
        """The page of a day's signed figures, in the board's QR code."""
        return f"{self.public_url}/days/{day.isoformat()}"
