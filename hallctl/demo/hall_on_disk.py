"""The demo's hall directory: made new for every run, never over somebody else's files."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from hallctl.core.plan import Plan
from hallctl.demo.portraits import hang_portraits
from hallctl.demo.posters import hang_posters
from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.ledger.opening import open_journal
from hallctl.machine.clock import SystemClock
from hallctl.samples import write_sample
from hallctl.settings import HallSettings, read_hall
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.past import live_a_past
from hallctl.simulate.simulated_clock import SimulatedClock

MADE_HERE = ".made-by-hallctl-demo"


class DemoError(Exception):
    """The demo cannot begin; the message says why and what to do."""


def new_hall(out: Path, past: MonthOrder | None = None) -> HallSettings:
    """A provincial hall in ``out/hall``, with a past if one is wished. Raises :class:`DemoError`."""
    if out.exists() and not _is_ours(out):
        raise DemoError(f"{out} is not empty and was not made by a demo; choose another folder")
    for old in (out / "hall", out / "screens", out / "tickets"):
        if old.exists():
            shutil.rmtree(old)
    out.mkdir(parents=True, exist_ok=True)
    (out / MADE_HERE).touch()
    write_sample(out / "hall", "province")
    hang_posters(out / "hall")
    hang_portraits(out / "hall")
    settings = read_hall(out / "hall")
    if past is not None:
        _live_through(settings, past)
    return settings


def past_of(days: int, seed: int) -> MonthOrder | None:
    """The working days up to yesterday, or nothing where none are wished."""
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - the demo's hall is where it runs
    return MonthOrder(yesterday, days=days, seed=seed) if days else None


def _live_through(settings: HallSettings, past: MonthOrder) -> None:
    home = HallDirectory(settings.directory)
    journal = open_journal(home)
    try:
        live_a_past(settings.plan, home, journal, past, lambda _day, _number: None)
    finally:
        journal.close()


def _is_ours(out: Path) -> bool:
    """Whether a demo may write there: an empty folder, or an earlier demo's that has ended."""
    if not out.is_dir() or not (out / MADE_HERE).exists():
        return out.is_dir() and not any(out.iterdir())
    try:
        if (out / "hall").exists():
            with HallDirectory(out / "hall").held():
                pass
    except HallBusyError as error:
        raise DemoError(f"another demo is running in {out}; choose another folder") from error
    return True


def clock_of(plan: Plan) -> SimulatedClock:
    """A clock for the hall's next working day, today being one if it is."""
    today = SystemClock(plan.timezone).today()
    days = (today + timedelta(days=ahead) for ahead in range(8))
    day = next((day for day in days if day.isoweekday() in plan.weekdays), today)
    return SimulatedClock(day, plan.timezone)
