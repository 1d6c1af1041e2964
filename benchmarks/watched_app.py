"""``python -m benchmarks.watched_app KIND URL TOKEN_FILE [COUNTER]``: one of the apps, offscreen.

It says of every frame that shows a newer view which one (its journal number), when (monotonic
nanoseconds, the same for every process of the machine), and how many nanoseconds of processor time
went from the view's arrival to that frame, which no neighbour's work adds to.
"""

import sys
from pathlib import Path
from time import monotonic_ns, thread_time_ns

from PySide6.QtCore import Slot

from counter_display import open_panel, open_sign
from hall_board.opening import open_board
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.screen import Screen, screen_application
from hallctl.station.stage import play_offscreen, window_size
from kiosk import open_kiosk
from rating_pad import open_pad

SIZES = {
    "kiosk": (1080, 1920),
    "board": (1920, 1080),
    "panel": (1366, 768),
    "sign": (1920, 540),
    "pad": (1280, 800),
}
ROLES = {"panel": "counter"}


def main() -> int:
    """Show the app until the process is ended."""
    kind, url, token_file, *counter = sys.argv[1:]
    play_offscreen()
    app = screen_application()
    address = HallAddress(url, Path(token_file).read_text().strip())
    link = HallLink(address, ROLES.get(kind, kind), "".join(counter))
    watch = _Watch(link)
    link.view_changed.connect(watch.on_view)  # before the screen hears of it
    screen = _open(kind, link)
    screen.window.frameSwapped.connect(watch.on_frame)
    link.start()
    return int(app.exec())


class _Watch:
    """Notes the first frame of every view."""

    def __init__(self, link: HallLink) -> None:
        self._link = link
        self._shown = -1
        self._worked = 0

    @Slot(object)
    def on_view(self, _view: object) -> None:
        """A view has come."""
        self._worked = thread_time_ns()

    @Slot()
    def on_frame(self) -> None:
        """A frame is on the glass."""
        view = self._link.view
        if view is not None and view.journal_number != self._shown:
            self._shown = view.journal_number
            sys.stdout.write(f"{self._shown} {monotonic_ns()} {thread_time_ns() - self._worked}\n")
            sys.stdout.flush()


def _open(kind: str, link: HallLink) -> Screen:
    size = window_size(*SIZES[kind])
    match kind:
        case "kiosk":
            return open_kiosk(link, size)
        case "board":
            return open_board(link, size, reduce_motion=True)
        case "panel":
            return open_panel(link, size)
        case "sign":
            return open_sign(link, size, is_still=True)
        case _:
            return open_pad(link, size)


if __name__ == "__main__":
    sys.exit(main())
