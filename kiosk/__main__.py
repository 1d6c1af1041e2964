"""Starts a kiosk: ``python -m kiosk --hall http://10.0.0.2:8080 --token-file kiosk-1.token``."""

import argparse
import logging
import sqlite3
import sys
from contextlib import ExitStack
from pathlib import Path

from hallctl.station.devices.camera_reading import ConnectCamera
from hallctl.station.devices.device_scanner import typing_scans
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.offline.kiosk_link import KioskLink
from hallctl.station.printing.printed_numbers import printed_numbers
from hallctl.station.printing.station_printer import AddressError, StationPrinter
from hallctl.station.screen import screen_application
from hallctl.station.starting import hall_address, run_screens, station_parser
from hallctl.station.upkeep import looking_after
from hallctl.station.voice.saying import Sayer, open_sayer
from hallctl.station.voice.speaker import SilentSpeaker
from kiosk.audio_keys import USUAL_KEYS, Keys, read_keys
from kiosk.comfort import Comfort
from kiosk.opening import open_kiosk
from kiosk.reach import REACH_MM, Mounting, read_mounting
from kiosk.resting import Patience

log = logging.getLogger(__name__)


def main() -> int:
    """Show the kiosk until its window is closed."""
    parser = _parser()
    arguments = parser.parse_args()
    address = hall_address(parser, arguments)
    screen_application()
    link = _link(address, arguments)
    with ExitStack() as closing:
        try:
            printer = StationPrinter(link, arguments.print_journal, arguments.printer)
        except AddressError as error:
            parser.error(str(error))
        closing.callback(printer.stop)
        closing.enter_context(typing_scans(arguments.scanner))
        closing.enter_context(looking_after(address, printer))
        patience = Patience(
            idle_s=arguments.idle_s, still_s=arguments.still_s, thanks_s=arguments.thanks_s
        )
        sayer = Sayer(None, SilentSpeaker()) if arguments.mute else open_sayer(arguments.clips)
        closing.callback(sayer.close)
        mounting = _mounting(parser, arguments)
        comfort = Comfort(sayer, arguments.audio_keys, mounting, _camera(arguments.camera))
        screen = open_kiosk(link, arguments.windowed, patience, comfort)
        closing.callback(screen.close)
        closing.callback(link.stop)
        link.start()
        return run_screens(address)


def _parser() -> argparse.ArgumentParser:
    parser = station_parser("kiosk", "The citizen's screen: choose a service, take a number.")
    _ask_for_times_and_reach(parser)
    _ask_for_devices(parser)
    return parser


def _ask_for_times_and_reach(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--idle-s", type=int, default=60, help="untouched for so long, it asks (60)"
    )
    parser.add_argument(
        "--still-s", type=int, default=20, help="whoever may still be there is asked for (20)"
    )
    parser.add_argument("--thanks-s", type=int, default=20, help="the number stays for (20)")
    parser.add_argument(
        "--screen-mm",
        default="",
        metavar="MM-MM",
        help="lower and upper edge of the screen above the floor, such as 700-1410",
    )
    parser.add_argument(
        "--reach-mm", type=int, default=REACH_MM, help="how high a wheelchair user reaches (1200)"
    )


def _ask_for_devices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        default="",
        metavar="ADDRESS",
        help="tcp://HOST:9100, serial:/dev/NAME, usb:any or simulate; else what hall.toml says",
    )
    parser.add_argument(
        "--print-journal",
        type=Path,
        default=Path("kiosk-printed.db"),
        help="remembers what is on paper (kiosk-printed.db)",
    )
    parser.add_argument(
        "--offline-journal",
        type=Path,
        default=Path("kiosk-offline.db"),
        help="keeps leased numbers and those given alone (kiosk-offline.db)",
    )
    parser.add_argument(
        "--clips",
        type=Path,
        default=Path("kiosk-clips"),
        help="keeps what was read out (kiosk-clips)",
    )
    parser.add_argument("--mute", action="store_true", help="read nothing out")
    parser.add_argument(
        "--audio-keys",
        type=_audio_keys,
        default=USUAL_KEYS,
        metavar="KEYS",
        help="of the audio keypad: previous=F13,next=F14,choose=F15,repeat=F16,help=F17,"
        "plugged=F18,unplugged=F19",
    )
    parser.add_argument(
        "--camera",
        default="",
        metavar="SOURCE",
        help="a camera that reads codes: 0, /dev/video0 or rtsp://…; without, none is opened",
    )


def _camera(source: str) -> ConnectCamera | None:
    if not source:
        return None
    from hallctl.station.devices.live_picture import camera_at  # noqa: PLC0415 - brings OpenCV

    return camera_at(source)


def _mounting(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Mounting:
    if not arguments.screen_mm:
        return Mounting()
    try:
        return read_mounting(arguments.screen_mm, arguments.reach_mm)
    except ValueError as error:
        parser.error(str(error))


def _audio_keys(written: str) -> Keys:
    try:
        return read_keys(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _link(address: HallAddress, arguments: argparse.Namespace) -> HallLink | KioskLink:
    """A link that goes on alone; a plain one where this machine has no disk to keep numbers on."""
    hall, journal = HallLink(address, "kiosk"), arguments.offline_journal
    if printed := printed_numbers(arguments.print_journal):
        hall.seen.see_numbers(*printed)
    try:
        return KioskLink(hall, OfflineJournal(journal))
    except (sqlite3.Error, OSError) as error:
        log.warning("%s: %s: this kiosk can't go on alone", journal, error)
        return hall


if __name__ == "__main__":
    sys.exit(main())
