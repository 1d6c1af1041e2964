"""How every screen is started from the command line: where the hall is, who asks, which window."""

import argparse
import signal
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QSize

from hallctl.station.link.addressing import HallAddress, authority_for
from hallctl.station.link.discovery import SeveralHallsError, the_hall_heard
from hallctl.station.pairing.coming_in import Standing, come_in, still_holds
from hallctl.station.pairing.membership import membership_file, remember, remembered
from hallctl.station.pairing.standing_watch import StandingWatch, begin_again
from hallctl.station.screen import screen_application
from hardware.scanners.scanner_address import Scanner, scanner_at
from hardware.transport.address import AddressError

LISTEN_S = 10.0
FROM_THE_HALL = "copy it from run/stations of the hall, readable by this station's account"
ROLES = {
    "kiosk": "kiosk",
    "hall_board": "board",
    "panel": "counter",
    "sign": "sign",
    "rating_pad": "pad",
}
"""What a program wants to be in a hall."""


class OneLine(argparse.ArgumentParser):
    """Says what is wrong in one line: whoever reads a log at half past seven needs no other."""

    def error(self, message: str) -> NoReturn:
        """Leave with that line."""
        self.exit(2, f"{self.prog}: {message}; --help tells what may be given\n")


def station_parser(program: str, about: str) -> argparse.ArgumentParser:
    """The arguments all screens share; a screen adds its own."""
    parser = OneLine(prog=f"python -m {program}", description=about)
    parser.add_argument(
        "--hall", metavar="URL", help="https://host:port of the hall; else it is looked for"
    )
    parser.add_argument(
        "--token-file",
        type=Path,
        metavar="F",
        help="this station's token; without one it shows a code until somebody lets it in",
    )
    parser.add_argument(
        "--authority",
        type=Path,
        metavar="F",
        help="the hall's authority.pem, for https; else the one beside the token file",
    )
    parser.add_argument(
        "--membership",
        type=Path,
        metavar="F",
        help="where a station that was let in by code remembers it; else in the user's state",
    )
    parser.add_argument(
        "--windowed",
        type=_size,
        metavar="WxH",
        help="in a window, such as 1080x1920; else full screen",
    )
    parser.add_argument(
        "--scanner",
        type=_scanner,
        action="append",
        default=[],
        metavar="ADDRESS",
        help="serial:/dev/NAME or hid:/dev/input/NAME, the first that is there; again for another",
    )
    return parser


def hall_address(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> HallAddress:
    """The hall and token of the arguments; leaves with one clear line when they are no good.

    Without a token file, the hall that has let this station in, or will now.
    """
    if arguments.token_file is None:
        return _paired(parser, arguments)
    hall = arguments.hall or _heard_hall(parser)
    try:
        token = arguments.token_file.read_text("utf-8").strip()
        authority = authority_for(hall, arguments.token_file, arguments.authority)
        return HallAddress(hall, token, authority)
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}; {FROM_THE_HALL}")
    except ValueError as error:
        parser.error(str(error))


def _paired(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> HallAddress:
    program, face = parser.prog.split()[-1], getattr(arguments, "face", "")
    name = "-".join(part for part in (face, getattr(arguments, "counter", "")) if part)
    file = arguments.membership or membership_file(program, name)
    role = ROLES.get(face or program, "kiosk")
    known = remembered(file, arguments.hall or "")
    if known is not None and still_holds(known) is not Standing.REVOKED:
        return known.address
    hall = arguments.hall or (known.hall if known else None) or _heard_hall(parser)
    try:
        membership = come_in(HallAddress(hall, "").base_url, role, arguments.windowed)
        if membership is None:
            sys.exit(0)
        remember(file, membership)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return membership.address


def run_screens(address: HallAddress) -> int:
    """Let the screens live until their windows are closed, or Ctrl-C is pressed.

    A station let in by a code that is thrown out meanwhile begins again, and shows another.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = screen_application()
    if address.by_code:
        watch = StandingWatch(address, application)
        watch.revoked.connect(begin_again)
        watch.revoked.connect(application.quit)
    return application.exec()


def _heard_hall(parser: argparse.ArgumentParser) -> str:
    try:
        found = the_hall_heard(LISTEN_S)
    except SeveralHallsError as error:
        parser.error(f"{error}; name one with --hall URL")
    if found is None:
        parser.error(f"no hall was heard on the network in {LISTEN_S:g} s; give --hall URL")
    return found.base_url


def _scanner(written: str) -> Scanner:
    try:
        return scanner_at(written)
    except AddressError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _size(written: str) -> QSize:
    width, _, height = written.partition("x")
    try:
        size = QSize(int(width), int(height))
    except ValueError:
        size = QSize()
    if size.isEmpty():
        msg = f"{written!r} is no size: write it as 1080x1920"
        raise argparse.ArgumentTypeError(msg)
    return size
