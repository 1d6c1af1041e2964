"""Makes a hall's controller known on its LAN (multicast DNS, RFC 6762), so that stations find it.

Knows no Qt; the stations' side is ``hallctl.station.discovery``.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import ifaddr
from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, NonUniqueNameException, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from hallctl.discovery import EVERY_INTERFACE, SERVICE_TYPE
from hallctl.habits import kept

log = logging.getLogger(__name__)

LONGEST_NAME = 63  # bytes in one DNS label, RFC 1035 section 2.3.4


@asynccontextmanager
async def announce(
    port: int, hall: str, host: str = "", *, tls: bool = False
) -> AsyncIterator[None]:
    """While inside, the hall named ``hall`` is announced at ``port``.

    ``host`` is the address the server listens on; empty or ``0.0.0.0`` means every address of
    this machine; ``tls`` says how to speak there. It is a hint and proves nothing. Asking the
    network whether the name is free takes a second, for which nobody waits. A network that does not
    let it announce is logged and changes nothing else.
    """
    async with kept(_announced(port, hall, host, "https" if tls else "http")):
        yield


async def _announced(port: int, hall: str, host: str, scheme: str) -> None:
    """Until cancelled."""
    try:
        zeroconf = await _register(port, hall, host, scheme)
    except (OSError, ZeroconfError, NonUniqueNameException) as trouble:
        log.warning("the hall is not announced on the network: %s", trouble)
        return
    try:
        await asyncio.Event().wait()
    finally:
        await zeroconf.async_unregister_all_services()
        await zeroconf.async_close()


async def _register(port: int, hall: str, host: str, scheme: str) -> AsyncZeroconf:
    everywhere = host in EVERY_INTERFACE
    addresses = _lan_addresses() if everywhere else [host]
    zeroconf = AsyncZeroconf(
        interfaces=InterfaceChoice.Default if everywhere else addresses,
        ip_version=IPVersion.V4Only,
    )
    try:
        service = ServiceInfo(
            SERVICE_TYPE,
            f"{_label(hall)}.{SERVICE_TYPE}",
            port=port,
            properties={"hall": hall, "path": "/", "scheme": scheme},
            parsed_addresses=addresses,
        )
        await (await zeroconf.async_register_service(service, allow_name_change=True))
    except BaseException:
        await zeroconf.async_close()
        raise
    return zeroconf


def _lan_addresses() -> list[str]:
    every = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    ipv4 = [one for one in every if isinstance(one, str)]
    return [one for one in ipv4 if not one.startswith("127.")] or ipv4


def _label(hall: str) -> str:
    """The hall's name as one DNS label: no dots, cut between letters where it is too long."""
    name = hall.replace(".", " ").strip() or "hallctl"
    while len(name.encode()) > LONGEST_NAME:
        name = name[:-1].rstrip()
    return name
