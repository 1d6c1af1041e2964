"""Rules about machines: stations, their printers and counters, and the server's address."""

import re
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document
from hallctl.settings.tables.hall import ROLES_AT_A_COUNTER, Server, Station
from hardware.printer.printer_address import read_printer
from hardware.transport.address import AddressError, TcpAddress

_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*")
_LAST_PORT = 65535
_PRINTER = 'write "simulate", "tcp://192.0.2.7:9100", "usb:any" or "serial:/dev/ttyUSB0"'


def check_stations(document: Document, findings: Findings) -> None:
    """Stations know their counter, and a kiosk its printer."""
    counters = [one.counter for one in document.counter]
    taken: dict[tuple[str, str], str] = {}
    for station in document.station:
        path = joined("station", station.name)
        if findings.is_misshapen(joined(path, "role")):
            continue
        _check_printer(station, path, findings)
        if station.role not in ROLES_AT_A_COUNTER:
            _refuse_counter(station, path, findings)
        elif _knows_counter(station, counters, path, findings):
            first = taken.setdefault((station.role, station.counter), station.name)
            _refuse_second(station, first, path, findings)


def check_server(server: Server, findings: Findings) -> None:
    """An address the controller can listen on, and one that phones can open."""
    if not is_host(server.host):
        findings.add(
            "server.host",
            f"{quoted(server.host)} is not an address",
            'write "0.0.0.0" for every network of the machine',
        )
    if not 0 <= server.port <= _LAST_PORT:
        findings.add(
            "server.port",
            f"{server.port} is not a port",
            "write 1024–65535, or 0 for any free one",
        )
    _check_public_port(server, findings)
    if server.public_url and not is_web_address(server.public_url):
        findings.add(
            "server.public_url",
            f"{quoted(server.public_url)} is not a web address",
            'write it such as "https://hall.example.vn", without ? and #',
        )


def _check_public_port(server: Server, findings: Findings) -> None:
    """Plain HTTP for phones is a door of its own, beside an encrypted one."""
    if not 0 <= server.public_http_port <= _LAST_PORT:
        findings.add(
            "server.public_http_port",
            f"{server.public_http_port} is not a port",
            "write 1024–65535, or 0 for none",
        )
    elif server.public_http_port and server.tls is False:
        findings.add(
            "server.public_http_port",
            "without TLS everything is plain HTTP already",
            "encrypt, or write 0 for none",
        )
    elif server.public_http_port and server.public_http_port == server.port:
        findings.add(
            "server.public_http_port",
            f"{server.port} is the hall's own port already",
            "write another, or 0 for none",
        )


def is_host(host: str) -> bool:
    """Whether a machine could have that name or address."""
    try:
        ip_address(host)
    except ValueError:
        return _HOST.fullmatch(host) is not None
    return True


def _check_printer(station: Station, path: str, findings: Findings) -> None:
    where = joined(path, "printer")
    if station.printer and station.role not in {"kiosk", "counter", "devices"}:
        findings.add(where, f"a {station.role} prints nothing", "take the printer out")
    elif station.printer:
        _check_address(station.printer, where, findings)
    elif not station.printer and station.role == "kiosk":
        findings.add(where, "a kiosk needs a printer", _PRINTER)


def _refuse_counter(station: Station, path: str, findings: Findings) -> None:
    if station.counter:
        findings.add(
            joined(path, "counter"), f"a {station.role} stands at no counter", "take it out"
        )


def _knows_counter(
    station: Station, counters: Sequence[str], path: str, findings: Findings
) -> bool:
    where = joined(path, "counter")
    if not station.counter:
        findings.add(where, "is missing", f"say which counter the {station.role} stands at")
    elif station.counter not in counters:
        findings.add(
            where,
            f"there is no counter {quoted(station.counter)}",
            choose_from(station.counter, counters),
        )
    return station.counter in counters


def _refuse_second(station: Station, first: str, path: str, findings: Findings) -> None:
    if first != station.name:
        findings.add(
            joined(path, "counter"),
            f"counter {quoted(station.counter)} has its {station.role} already: {quoted(first)}",
            "correct the counter, or take one of the two out",
        )


def _check_address(printer: str, where: str, findings: Findings) -> None:
    try:
        place = read_printer(printer)
    except AddressError as error:
        findings.add(where, str(error), _PRINTER)
        return
    if isinstance(place.address, TcpAddress) and not is_host(place.address.host):
        findings.add(where, f"{quoted(place.address.host)} is not a machine", _PRINTER)


def is_web_address(url: str) -> bool:
    """Whether that is an http or https address of a host, plain and without a query."""
    try:
        parts = urlsplit(url)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_clean = url.isascii() and url.isprintable() and " " not in url
    is_plain = not (parts.query or parts.fragment or parts.username)
    host = parts.hostname or ""
    return (
        is_clean and is_plain and port_fits and parts.scheme in {"http", "https"} and is_host(host)
    )
