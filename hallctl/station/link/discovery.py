"""Finds the hall's controller on the LAN for a station that was given no address."""

import threading
import time
from dataclasses import dataclass

from zeroconf import (
    InterfaceChoice,
    IPVersion,
    NotRunningException,
    ServiceBrowser,
    ServiceListener,
    Zeroconf,
)

from hallctl.machine.discovery import SERVICE_TYPE


@dataclass(frozen=True, slots=True)
class FoundHall:
    """A controller that announces itself: its URL and its hall's name."""

    base_url: str
    hall: str


OTHERS_S = 1.0
"""Whoever else is asked for answers within so long of the first."""


class SeveralHallsError(ValueError):
    """More than one hall is on this network: which one is meant, a person must say."""

    def __init__(self, halls: list[FoundHall]) -> None:
        heard = ", ".join(f"{one.hall} at {one.base_url}" for one in halls)
        super().__init__(f"{len(halls)} halls were heard on the network: {heard}")


def the_hall_heard(timeout_s: float, host: str = "") -> FoundHall | None:
    """The only hall heard, or None. Raises SeveralHallsError: a station joins none by chance."""
    halls = _heard(timeout_s, host, "", OTHERS_S)
    if len(halls) > 1:
        raise SeveralHallsError(halls)
    return halls[0] if halls else None


def find_hall(timeout_s: float, host: str = "", hall: str = "") -> FoundHall | None:
    """The first hall heard within ``timeout_s``, or None.

    Waits, so ask before the screen is shown. ``host`` narrows the search to one interface,
    ``hall`` to the one of that name.
    """
    return next(iter(_heard(timeout_s, host, hall, 0)), None)


def _heard(timeout_s: float, host: str, hall: str, others_s: float) -> list[FoundHall]:
    zeroconf = Zeroconf(
        interfaces=[host] if host else InterfaceChoice.Default, ip_version=IPVersion.V4Only
    )
    try:
        listener = _Halls(hall)
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener=listener)
        if listener.heard.wait(timeout_s):
            time.sleep(others_s)
        return list(listener.halls.values())
    finally:
        zeroconf.close()


class _Halls(ServiceListener):
    """Keeps each announcement that can be read whole, in the order in which they were heard."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self.heard = threading.Event()
        self.halls: dict[str, FoundHall] = {}

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        try:
            service = zc.get_service_info(type_, name, timeout=2000)
        except NotRunningException:  # nobody looks any more
            return
        if service is None:
            return
        addresses = service.parsed_addresses(IPVersion.V4Only)
        hall = (service.properties.get(b"hall") or b"").decode()
        if not addresses or self._wanted not in {"", hall}:
            return
        speaks = service.properties.get(b"scheme")
        scheme = "https" if speaks == b"https" else "http"
        found = FoundHall(f"{scheme}://{addresses[0]}:{service.port}", hall)
        self.halls[found.base_url] = found
        self.heard.set()

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """A hall that leaves was never a reason to stop looking."""
