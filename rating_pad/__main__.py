"""Starts a pad: ``python -m rating_pad --hall http://10.0.0.2:8080 --token-file F --counter 3``."""

import sys

from hallctl.station.link import HallLink
from hallctl.station.screen import screen_application
from hallctl.station.starting import hall_address, run_screens, station_parser
from rating_pad.opening import open_pad
from rating_pad.patience import Patience


def main() -> int:
    """Show the pad until its window is closed."""
    parser = station_parser("rating_pad", "The visitor's pad: two questions after a visit.")
    parser.add_argument("--counter", default="", metavar="N", help="the counter it stands at")
    parser.add_argument(
        "--question-s", type=float, default=120, help="an untouched question stays for (120)"
    )
    parser.add_argument(
        "--answer-s", type=float, default=45, help="a half-given answer waits for (45)"
    )
    parser.add_argument("--thanks-s", type=float, default=6, help="the thanks stay for (6)")
    arguments = parser.parse_args()
    address = hall_address(parser, arguments)
    screen_application()
    link = HallLink(address, "pad", arguments.counter)
    patience = Patience(
        question_s=arguments.question_s,
        answer_s=arguments.answer_s,
        thanks_s=arguments.thanks_s,
    )
    screen = open_pad(link, arguments.windowed, patience)
    link.start()
    try:
        return run_screens(address)
    finally:
        link.stop()
        screen.close()


if __name__ == "__main__":
    sys.exit(main())
