"""Finds the hall's controller on the LAN for a station that was given no address."""

import threading
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


def find_hall(timeout_s: float, host: str = "", hall: str = "") -> FoundHall | None:
    """The first hall heard within ``timeout_s``, or None.

    Waits, so ask before the screen is shown. ``host`` narrows the search to one interface,
    ``hall`` to the one of that name.
    """
    zeroconf = Zeroconf(
        interfaces=[host] if host else InterfaceChoice.Default, ip_version=IPVersion.V4Only
    )
    try:
        first = _FirstHall(hall)
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener=first)
        first.heard.wait(timeout_s)
        return first.hall
    finally:
        zeroconf.close()


class _FirstHall(ServiceListener):
    """Keeps the first announcement that can be read whole."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self.heard = threading.Event()
        self.hall: FoundHall | None = None

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        if self.heard.is_set():
            return
        try:
            service = zc.get_service_info(type_, name, timeout=2000)
        except NotRunningException:  # another hall was heard meanwhile, and nobody looks any more
            return
        if service is None or self.heard.is_set():
            return
        addresses = service.parsed_addresses(IPVersion.V4Only)
        hall = (service.properties.get(b"hall") or b"").decode()
        if not addresses or self._wanted not in {"", hall}:
            return
        speaks = service.properties.get(b"scheme")
        scheme = "https" if speaks == b"https" else "http"
        self.hall = FoundHall(f"{scheme}://{addresses[0]}:{service.port}", hall)
        self.heard.set()

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """A hall that leaves was never a reason to stop looking for the first."""
