"""Moving the hall to another address: tried before it is taken, shown with what it means, led there.

The change is in force once the controller has begun again; stations, browsers and printed codes go by
the earlier address until then, and some of them afterwards too.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from aiohttp import web

from hallctl.certificates.authority import utc_now
from hallctl.machine.discovery import EVERY_INTERFACE
from hallctl.settings import HallSettings, Server, SettingsError, read_hall
from hallctl.settings.changing.editing import Trial
from hallctl.web.addresses import Addresses, Listens, Reached, reached
from hallctl.web.sections.listening_trial import Standing, came_by, certificates_of, problems_of

ROOT = "/setup/server"


class Certificate(NamedTuple):
    """What the hall shows for itself where it encrypts."""

    until: datetime | None
    fingerprint: str


class Move(NamedTuple):
    """What the page says of where the hall is, and where it will be."""

    now: Reached
    after: Reached | None
    """None where nothing waits."""
    port: int
    turns_encrypted: bool
    given: Collection[str]
    fault: str
    stations: Collection[str]
    """Those that are connected by the address of now."""
    certificate: Certificate | None


class ServerMoves:
    """Knows where the hall listens, and what its file says of it."""

    def __init__(
        self, running: HallSettings, addresses: Addresses, connected: Callable[[], Collection[str]]
    ) -> None:
        self._running = running
        self._addresses = addresses
        self._connected = connected

    def trial(self, request: web.Request) -> Trial:
        """What tries an address before it is written."""
        now = Standing(self._running.server, self._addresses.at)
        came = came_by(request, is_behind_proxy=now.server.behind_proxy)
        return lambda found: problems_of(found, now, self._next(found.server), came)

    async def beside(self) -> Mapping[str, object]:
        """What stands beside the form."""
        return {"move": await asyncio.to_thread(self._move)}

    def onward(self, request: web.Request, found: HallSettings) -> str:
        """Where the browser finds the set-up once the hall has begun again; empty for where it is."""
        server, now = found.server, self._running.server
        if server == now or server.behind_proxy:
            return ""
        at = self._next(server)
        asked = urlsplit(f"//{request.host}").hostname or ""
        host = server.host if "host" not in self._addresses.given and _is_one(server) else asked
        scheme = "https" if at.is_encrypted else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{at.port}{ROOT}"

    def _move(self) -> Move:
        addresses = self._addresses
        found, server = self._file(), self._running.server
        at, next_at = addresses.at, self._next(found.server)
        is_moved = found.server != server
        return Move(
            now=Reached(addresses.station_url, addresses.public_url),
            after=reached(next_at, found.server) if is_moved else None,
            port=next_at.port if next_at.port != at.port else 0,
            turns_encrypted=next_at.is_encrypted and not at.is_encrypted,
            given=[f"--{one}" for one in sorted(addresses.given)],
            fault=addresses.fault,
            stations=sorted(self._connected()),
            certificate=self._certificate() if next_at.is_encrypted else None,
        )

    def _file(self) -> HallSettings:
        try:
            return read_hall(self._running.directory)
        except SettingsError:
            return self._running

    def _next(self, server: Server) -> Listens:
        """Where it listens once it has begun again; what was given otherwise at its start holds."""
        given, at = self._addresses.given, self._addresses.at
        host = at.host if "host" in given else server.host
        is_kept = "port" in given or server.port == self._running.server.port
        is_encrypted = at.is_encrypted if "tls" in given else server.encrypts(host)
        public = server.public_http_port if is_encrypted else 0
        return Listens(host, at.port if is_kept else server.port, public, is_encrypted)

    def _certificate(self) -> Certificate:
        certificates = certificates_of(self._running)
        found = certificates.server()
        until = found.not_valid_after_utc.astimezone(UTC) if found else None
        return Certificate(until, certificates.fingerprint(utc_now()))


def _is_one(server: Server) -> bool:
    """Whether it listens at one address, and not wherever the machine is reached."""
    return server.host not in EVERY_INTERFACE
