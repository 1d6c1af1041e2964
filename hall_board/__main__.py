"""Starts a board: ``python -m hall_board --hall http://10.0.0.2:8080 --token-file board-1.token``."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

from hall_board.announcer import Announcer
from hall_board.opening import health_of, open_announcer, open_board, use_the_hall_s_voice
from hallctl.station.link import HallLink
from hallctl.station.link.reporting import DeviceReporting
from hallctl.station.own_state import state_file
from hallctl.station.screen import screen_application
from hallctl.station.starting import hall_address, run_screens, station_parser
from hallctl.station.voice.wording import LANGUAGES


def main() -> int:
    """Show the board, and speak the calls, until its window is closed."""
    parser = _parser()
    arguments = parser.parse_args()
    address = hall_address(parser, arguments)
    application = screen_application()
    application.setApplicationName("hall_board")
    link = HallLink(address, "board", zone=arguments.zone)
    with ExitStack() as closing:
        announcer = _announcer(arguments, address.token)
        if announcer is not None:
            closing.callback(announcer.close)
            use_the_hall_s_voice(link, announcer, _cache() / "voices")
        screen = open_board(
            link,
            arguments.windowed,
            announcer,
            counters=frozenset(filter(None, arguments.counters.split(","))),
            reduce_motion=arguments.still,
        )
        closing.callback(screen.close)
        model: Any = screen.view_model
        closing.callback(model.close)
        closing.callback(link.stop)
        reporting = DeviceReporting(address, lambda: health_of(screen, announcer))
        closing.callback(reporting.stop)
        link.start()
        reporting.start()
        return run_screens(address)


def _parser() -> argparse.ArgumentParser:
    parser = station_parser("hall_board", "The wall board: calls, queues, the day's counts.")
    parser.add_argument(
        "--counters", default="", metavar="1,2,3", help="show and speak these counters only"
    )
    parser.add_argument(
        "--zone", default="", metavar="NAME", help="this zone; else the one that names the board"
    )
    parser.add_argument("--mute", action="store_true", help="show, but do not speak")
    parser.add_argument("--volume", type=float, default=1.0, metavar="0-1", help="loudness (1)")
    parser.add_argument(
        "--languages",
        type=_languages,
        metavar="vi,en",
        help="spoken here, the first one always (as the hall's settings say)",
    )
    parser.add_argument("--clips", type=Path, help="folder of spoken clips (the user's cache)")
    parser.add_argument(
        "--announced", type=Path, metavar="F", help="remembers what was spoken (the user's state)"
    )
    parser.add_argument("--still", action="store_true", help="nothing moves by itself")
    return parser


def _languages(written: str) -> tuple[str, ...]:
    languages = tuple(written.split(","))
    if unknown := set(languages) - set(LANGUAGES):
        msg = f"no voice speaks {', '.join(sorted(unknown))}: choose of {', '.join(LANGUAGES)}"
        raise argparse.ArgumentTypeError(msg)
    return languages


def _announcer(arguments: argparse.Namespace, token: str) -> Announcer | None:
    if arguments.mute:
        return None
    clips = arguments.clips or _cache() / "clips"
    announced = arguments.announced or state_file("announced", token)
    return open_announcer(clips, arguments.languages, arguments.volume, announced)


def _cache() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))


if __name__ == "__main__":
    sys.exit(main())
