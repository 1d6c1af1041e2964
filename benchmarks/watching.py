"""Apps as processes of their own, watched: their frames with their moments, and their memory."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from benchmarks.halls import resident_mib, started
from hallctl.core import events
from hallctl.core.events import Event
from hallctl.hall_directory import HallDirectory

STARTS_WITHIN_S = 90.0
"""For every process to come up, on a machine that has other work."""


class Moment(NamedTuple):
    """Something that a screen is to show: since when, by which journal number, and where."""

    began: int
    number: int
    fact: type[Event]
    counter: str


class App(NamedTuple):
    """One app: which facts it shows, of which counter (empty: of any)."""

    kind: str
    station: str
    shows: tuple[type[Event], ...]
    counter: str = ""


APPS = (
    App("kiosk", "kiosk-1", (events.TicketIssued, events.TicketCalled)),
    App("board", "board-1", (events.TicketCalled,)),
    App("panel", "counter-1", (events.TicketCalled,), "1"),
    App("sign", "sign-1", (events.TicketCalled,), "1"),
    App("pad", "pad-1", (events.VisitFinished,), "1"),
)
"""The four apps, the counter's with both its faces."""


class Frame(NamedTuple):
    """Which journal number it shows, when (monotonic ns), and what it cost (processor ns)."""

    number: int
    at: int
    worked: int


class Watched:
    """An app at work. Frames come in on a thread of their own."""

    def __init__(self, app: App, process: int) -> None:
        self.app = app
        self.frames: list[Frame] = []
        """The first of every view."""
        self._process = process

    def mib(self) -> float:
        """Memory it holds now."""
        return resident_mib(self._process)

    def shows(self, moment: Moment) -> bool:
        """Whether it is to show that."""
        app = self.app
        return moment.fact in app.shows and app.counter in {"", moment.counter}

    def worked_ms(self) -> list[float]:
        """Processor time from a view's arrival to its frame."""
        return [one.worked / 1e6 for one in self.frames]

    def took_ms(self, moments: Sequence[Moment]) -> list[float]:
        """From each moment that it is to show until its first frame of that or a later one."""
        place, took = 0, list[float]()
        for one in filter(self.shows, moments):
            while place < len(self.frames) and self.frames[place].number < one.number:
                place += 1
            if place < len(self.frames):
                took.append((self.frames[place].at - one.began) / 1e6)
        return took


def await_frames(apps: Sequence[Watched]) -> None:
    """Until every app is on its glass. Raises TimeoutError."""
    deadline = monotonic() + STARTS_WITHIN_S
    while not all(one.frames for one in apps):
        if monotonic() > deadline:
            missing = [one.app.kind for one in apps if not one.frames]
            raise TimeoutError(f"never on the glass: {', '.join(missing)}")
        sleep(0.05)


@contextmanager
def watched(app: App, directory: Path, url: str) -> Iterator[Watched]:
    """Start it, and read what it says until the end."""
    token = HallDirectory(directory).station_token(app.station)
    arguments = ("-m", "benchmarks.watched_app", app.kind, url, str(token))
    with started(*arguments, *filter(None, [app.counter]), speaks=True) as process:
        at_work = Watched(app, process.pid)
        assert process.stdout is not None
        lines = process.stdout

        def read() -> None:
            for line in lines:
                at_work.frames.append(Frame(*map(int, line.split())))

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        yield at_work
    reader.join(5)
    lines.close()
    print(f"{app.kind}: {len(at_work.frames)} frames", file=sys.stderr)
