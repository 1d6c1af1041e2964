"""Starts a face: ``python -m counter_display panel --hall http://10.0.0.2:8080 --token-file F --counter 3``."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from counter_display.opening import open_panel, open_sign
from hallctl.station.devices.device_scanner import typing_scans
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.printing.station_printer import AddressError, StationPrinter
from hallctl.station.screen import Screen, screen_application
from hallctl.station.starting import hall_address, run_screens, station_parser
from hallctl.station.upkeep import looking_after

PRINTER = "of the panel's slips: usb:any, tcp://HOST:9100, serial:/dev/NAME, simulate; else hall.toml says"


def main() -> int:
    """Show the panel or the sign until its window is closed."""
    parser = station_parser(
        "counter_display", "A counter's two faces: the official's panel, and the sign above it."
    )
    parser.add_argument("face", choices=("panel", "sign"), help="which of the two")
    parser.add_argument("--counter", default="", metavar="N", help="the counter it stands at")
    parser.add_argument("--official", default="", metavar="NAME", help="offered by the panel")
    parser.add_argument("--still", action="store_true", help="a sign that doesn't blink")
    parser.add_argument("--printer", default="", metavar="ADDRESS", help=PRINTER)
    parser.add_argument(
        "--print-journal",
        type=Path,
        default=Path("counter-printed.db"),
        help="remembers what is on paper (counter-printed.db)",
    )
    arguments = parser.parse_args()
    address = hall_address(parser, arguments)
    screen_application()
    with ExitStack() as closing:
        closing.enter_context(typing_scans(arguments.scanner))
        slips = None
        if arguments.face == "panel":
            slips = closing.enter_context(_printing(parser, address, arguments))
        view = "counter" if arguments.face == "panel" else "sign"
        link = HallLink(address, view, arguments.counter)
        closing.callback(_open(link, slips, arguments).close)
        closing.callback(link.stop)
        link.start()
        return run_screens(address)


def _open(link: HallLink, slips: HallLink | None, arguments: argparse.Namespace) -> Screen:
    if arguments.face == "panel":
        return open_panel(link, arguments.windowed, arguments.official, slips)
    return open_sign(link, arguments.windowed, is_still=arguments.still)


@contextmanager
def _printing(
    parser: argparse.ArgumentParser, address: HallAddress, arguments: argparse.Namespace
) -> Iterator[HallLink]:
    """The panel's own slips come out of its printer while inside, if it has one."""
    link = HallLink(address, "slips")
    try:
        printer = StationPrinter(link, arguments.print_journal, arguments.printer)
    except AddressError as error:
        parser.error(str(error))
    link.start()
    try:
        with looking_after(address, printer):
            yield link
    finally:
        link.stop()
        printer.stop()


if __name__ == "__main__":
    sys.exit(main())
