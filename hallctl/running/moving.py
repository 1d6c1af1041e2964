"""A hall that begins again: where its file says now, or where it listened before if that can't be.

Whoever set the address in a browser sits at that browser: a controller that is gone, or listens
where nobody finds it, could not be set right from there.
"""

import logging
from collections.abc import Callable
from typing import NamedTuple, Protocol

import msgspec

from hallctl.certificates.keeping import CertificateError
from hallctl.machine.listening_faults import listening_fault
from hallctl.running import Asked, Ending
from hallctl.settings import HallSettings

log = logging.getLogger(__name__)


class Given(NamedTuple):
    """What the command line says, whatever the file does."""

    host: str = ""
    port: int | None = None
    tls: bool | None = None

    @property
    def names(self) -> frozenset[str]:
        """The settings of the server that are named there."""
        named = {
            "host": bool(self.host),
            "port": self.port is not None,
            "tls": self.tls is not None,
        }
        return frozenset(name for name, is_named in named.items() if is_named)


class Run(Protocol):
    """Serves until the hall ends or is to begin again."""

    def __call__(self, settings: HallSettings, asked: Asked, *, has_begun: bool = False) -> Ending:
        """Raises what serving does."""


class Begun(NamedTuple):
    """What a hall begins with: its settings, where it is asked to listen, and how it reads them anew."""

    settings: HallSettings
    asked: Asked
    read: Callable[[], HallSettings]


def served(run: Run, begun: Begun, given: Given) -> Ending:
    """Serve, and begin again as often as the set-up wants; how it ended at last.

    Raises what ``run`` and ``read`` do, but no trouble with a new address.
    """
    settings, asked, read = begun
    ending = run(settings, asked)
    while ending.begins_again:
        before, was = asked._replace(port=ending.port), settings.server
        settings = read()
        asked = onward(before, given, was.port, settings)
        try:
            ending = run(settings, asked, has_begun=True)
        except (OSError, CertificateError) as error:
            fault = _fault(error)
            if not fault or settings.server == was:
                raise
            log.warning("the hall stays where it listened: %s", fault)
            settings = msgspec.structs.replace(settings, server=was)
            asked = before._replace(fault=fault)
            ending = run(settings, asked, has_begun=True)
    return ending


def onward(before: Asked, given: Given, port_was: int, settings: HallSettings) -> Asked:
    """Where it listens next: a port that the file has not changed is kept, a free one too."""
    server = settings.server
    is_moved = given.port is None and server.port != port_was
    return before._replace(
        host=given.host or server.host, port=server.port if is_moved else before.port, fault=""
    )


def _fault(error: OSError | CertificateError) -> str:
    return str(error) if isinstance(error, CertificateError) else listening_fault(error)
