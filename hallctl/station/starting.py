"""How every screen is started from the command line: where the hall is, who asks, which window."""

import argparse
import signal
from pathlib import Path

from PySide6.QtCore import QSize

from hallctl.station.addressing import HallAddress
from hallctl.station.discovery import find_hall
from hallctl.station.screen import screen_application

LISTEN_S = 10.0


def station_parser(program: str, about: str) -> argparse.ArgumentParser:
    """The arguments all screens share; a screen adds its own."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=about)
    parser.add_argument(
        "--hall", metavar="URL", help="http://host:port of the hall; else it is looked for"
    )
    parser.add_argument(
        "--token-file", required=True, type=Path, metavar="F", help="this station's token"
    )
    parser.add_argument(
        "--windowed",
        type=_size,
        metavar="WxH",
        help="in a window, such as 1080x1920; else full screen",
    )
    return parser


def hall_address(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> HallAddress:
    """The hall and token of the arguments; leaves with one clear line when they are no good."""
    hall = arguments.hall or _heard_hall()
    if hall is None:
        parser.error(f"no hall was heard on the network in {LISTEN_S:g} s; give --hall URL")
    try:
        return HallAddress(hall, arguments.token_file.read_text("utf-8").strip())
    except (OSError, ValueError) as error:
        parser.error(str(error))


def run_screens() -> int:
    """Let the screens live until their windows are closed or Ctrl-C is pressed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return screen_application().exec()


def _heard_hall() -> str | None:
    found = find_hall(LISTEN_S)
    return found.base_url if found else None


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
