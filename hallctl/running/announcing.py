"""Makes a hall's controller known on its LAN (multicast DNS, RFC 6762), so that stations find it.

Knows no Qt; the stations' side is ``hallctl.station.link.discovery``.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, NonUniqueNameException, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from hallctl.machine.discovery import EVERY_INTERFACE, LOOPBACK, SERVICE_TYPE, lan_addresses

log = logging.getLogger(__name__)

UNHEARD = "the hall is not announced on the network: %s"
LONGEST_NAME = 63  # bytes in one DNS label, RFC 1035 section 2.3.4


class Announced(NamedTuple):
    """Where the hall is found: the address it listens on, empty or ``0.0.0.0`` for every one."""

    port: int
    host: str = ""
    tls: bool = False
    """How to speak there."""


class Announcement:
    """The hall's name on the network; when the hall is renamed, so is it."""

    def __init__(self, zeroconf: AsyncZeroconf | None, where: Announced) -> None:
        self._zeroconf = zeroconf
        self._where = where
        self._hall = ""
        self._service: ServiceInfo | None = None
        self._calling: asyncio.Task[None] | None = None

    def call_it(self, hall: str) -> None:
        """The hall has that name from now on; the network hears of it within seconds."""
        if self._zeroconf is not None and hall != self._hall:
            self._hall = hall
            call = self._call(self._zeroconf, hall, self._calling)
            self._calling = asyncio.create_task(call)

    async def end(self) -> None:
        """Nobody finds the hall any more, whatever it was about to be called."""
        if self._calling is not None:
            self._calling.cancel()
            await asyncio.gather(self._calling, return_exceptions=True)
        if self._zeroconf is not None:
            await self._zeroconf.async_unregister_all_services()
            await self._zeroconf.async_close()

    async def _call(
        self, zeroconf: AsyncZeroconf, hall: str, before: asyncio.Task[None] | None
    ) -> None:
        if before is not None:
            await before
        if hall != self._hall:
            return  # it was renamed again meanwhile
        try:
            if self._service is not None:
                await (await zeroconf.async_unregister_service(self._service))
                self._service = None
            service = _service(self._where, hall)
            await (await zeroconf.async_register_service(service, allow_name_change=True))
            self._service = service
        except (OSError, ZeroconfError, NonUniqueNameException) as trouble:
            log.warning(UNHEARD, trouble)


@asynccontextmanager
async def announce(hall: str, where: Announced) -> AsyncIterator[Announcement]:
    """While inside, the hall named ``hall`` is announced there.

    It is a hint and proves nothing. Asking the network whether the name is free takes a second, for
    which nobody waits. A network that does not let it announce is logged and changes nothing else.
    """
    announcement = Announcement(_zeroconf(where.host), where)
    announcement.call_it(hall)
    try:
        yield announcement
    finally:
        await announcement.end()


def _zeroconf(host: str) -> AsyncZeroconf | None:
    interfaces = InterfaceChoice.Default if host in EVERY_INTERFACE else [host]
    try:
        return AsyncZeroconf(interfaces=interfaces, ip_version=IPVersion.V4Only)
    except OSError as trouble:
        log.warning(UNHEARD, trouble)
        return None


def _service(where: Announced, hall: str) -> ServiceInfo:
    return ServiceInfo(
        SERVICE_TYPE,
        f"{_label(hall)}.{SERVICE_TYPE}",
        port=where.port,
        properties={"hall": hall, "path": "/", "scheme": "https" if where.tls else "http"},
        parsed_addresses=_addresses(where.host),
    )


def _addresses(host: str) -> list[str]:
    return [host] if host not in EVERY_INTERFACE else [*lan_addresses()] or [LOOPBACK]


def _label(hall: str) -> str:
    """The hall's name as one DNS label: no dots, cut between letters where it is too long."""
    name = hall.replace(".", " ").strip() or "hallctl"
    while len(name.encode()) > LONGEST_NAME:
        name = name[:-1].rstrip()
    return name
