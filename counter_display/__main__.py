"""Starts a face: ``python -m counter_display panel --hall http://10.0.0.2:8080 --token-file F --counter 3``."""

import argparse
import sys

from counter_display.opening import open_panel, open_sign
from hallctl.station.link import HallLink
from hallctl.station.screen import Screen, screen_application
from hallctl.station.starting import hall_address, run_screens, station_parser


def main() -> int:
    """Show the panel or the sign until its window is closed."""
    parser = station_parser(
        "counter_display", "A counter's two faces: the official's panel, and the sign above it."
    )
    parser.add_argument("face", choices=("panel", "sign"), help="which of the two")
    parser.add_argument("--counter", required=True, metavar="N", help="the counter it stands at")
    parser.add_argument("--official", default="", metavar="NAME", help="offered by the panel")
    parser.add_argument("--still", action="store_true", help="a sign that doesn't blink")
    arguments = parser.parse_args()
    address = hall_address(parser, arguments)
    screen_application()
    view = "counter" if arguments.face == "panel" else "sign"
    link = HallLink(address, view, arguments.counter)
    screen = _open(link, arguments)
    link.start()
    try:
        return run_screens()
    finally:
        link.stop()
        screen.close()


def _open(link: HallLink, arguments: argparse.Namespace) -> Screen:
    if arguments.face == "panel":
        return open_panel(link, arguments.windowed, arguments.official)
    return open_sign(link, arguments.windowed, is_still=arguments.still)


if __name__ == "__main__":
    sys.exit(main())
