"""Whether the controller could listen where it is to, tried before anybody relies on it.

Nobody locks themselves out: an address that is taken, or no address of this machine, or one by which
whoever asks could not come back, is refused with what to do instead.
"""

import errno
import socket
from typing import NamedTuple

from aiohttp import web

from hallctl.certificates.authority import utc_now
from hallctl.certificates.keeping import Certificates
from hallctl.machine.discovery import EVERY_INTERFACE
from hallctl.settings import HallSettings, Server
from hallctl.settings.problems import Findings, Problem, quoted
from hallctl.settings.reading import FILE_NAME
from hallctl.settings.tables.hall import is_loopback
from hallctl.web.addresses import Listens

A_PORT = "write 1024–65535"
ANY_FREE = 0


class CameBy(NamedTuple):
    """How whoever asks has come here: to which address of this machine, and whether they sit at it."""

    address: str
    is_here: bool


def came_by(request: web.Request, *, is_behind_proxy: bool) -> CameBy:
    """Somebody behind a proxy of this machine sits elsewhere."""
    own = request.transport.get_extra_info("sockname") if request.transport else None
    is_here = is_loopback(request.remote or "") and not is_behind_proxy
    return CameBy(own[0] if own else "", is_here)


class Standing(NamedTuple):
    """By what settings the hall is served now, and where it listens."""

    server: Server
    at: Listens


def problems_of(
    found: HallSettings, now: Standing, onward: Listens, came: CameBy
) -> tuple[Problem, ...]:
    """What stands in the way of listening ``onward``, as ``found`` wants it."""
    findings = Findings(FILE_NAME)
    if found.server != now.server:
        _try_reaching(onward.host, came, findings)
        _try_ports(found.server, now, onward, findings)
        _try_certificates(found, onward, findings)
    return tuple(findings.problems)


def _try_reaching(host: str, came: CameBy, findings: Findings) -> None:
    if not came.is_here and host not in {*EVERY_INTERFACE, came.address}:
        findings.add(
            "server.host",
            f"at {host} the hall can't be reached from where you are",
            "choose every network, or change it at the controller itself",
        )


def _try_ports(wanted: Server, now: Standing, onward: Listens, findings: Findings) -> None:
    ours = {now.at.port, now.at.public_port}
    if wanted.port == ANY_FREE != now.server.port:
        findings.add("server.port", "0 would be another port at every start", A_PORT)
    _try_port("port", onward.host, ANY_FREE if onward.port in ours else onward.port, findings)
    if onward.public_port and onward.public_port not in ours:
        _try_port("public_http_port", onward.host, onward.public_port, findings)


def _try_port(key: str, host: str, port: int, findings: Findings) -> None:
    match _fault_of(host, port):
        case errno.EADDRINUSE:
            findings.add(
                f"server.{key}",
                f"{port} is taken by another program",
                "stop that one, or choose another port",
            )
        case errno.EACCES:
            findings.add(f"server.{key}", f"{port} is one of the system's ports", A_PORT)
        case int():
            findings.add(
                "server.host",
                f"{quoted(host)} is no address of this machine",
                "choose one of its own, or every network",
            )


def _fault_of(host: str, port: int) -> int | None:
    """Why nothing can listen there, as an errno; None where it can."""
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        return error.errno or errno.EADDRNOTAVAIL
    return None


def _try_certificates(found: HallSettings, onward: Listens, findings: Findings) -> None:
    fault = certificates_of(found).fault(utc_now()) if onward.is_encrypted else ""
    if fault:
        findings.add(
            "server.tls",
            f"the hall's certificates can't be used: {fault}",
            "put them back from a backup; a new authority means that every station is let in again",
        )


def certificates_of(settings: HallSettings) -> Certificates:
    """Those of the hall."""
    return Certificates(settings.directory / "secrets", settings.plan.hall.vi)
