"""By what name halls are known on their LAN, and by which addresses this machine is."""

from collections.abc import Iterator

import ifaddr

LOOPBACK = "127.0.0.1"
SERVICE_TYPE = "_hallctl._tcp.local."
EVERY_INTERFACE = ("", "0.0.0.0", "::")  # noqa: S104 - compared with, never bound to


def lan_addresses() -> Iterator[str]:
    """The addresses (IPv4) of this machine that others may know it by."""
    every = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    return (ip for ip in every if isinstance(ip, str) and not ip.startswith("127."))
