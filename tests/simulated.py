"""A provincial hall with some simulated days behind it, the last one still going on."""

import atexit
import shutil
import tempfile
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from hallctl.hall_directory import HallDirectory
from hallctl.ledger.opening import open_journal
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.past import live_a_past

TODAY = date(2026, 11, 27)
"""A Friday."""
LATE_MORNING_S = 9 * 3600 + 40 * 60
ORDER = MonthOrder(TODAY, days=8, people=90, seed=7, until_s=LATE_MORNING_S)


class StoppedClock:
    """It is twenty to ten on the last day."""

    def __init__(self, timezone: str = "Asia/Ho_Chi_Minh") -> None:
        midnight = datetime.combine(TODAY, datetime.min.time(), ZoneInfo(timezone))
        self.at = round(midnight.timestamp() * 1000) + LATE_MORNING_S * 1000

    def now(self) -> int:
        return self.at

    def today(self) -> date:
        return TODAY


def live(path: Path, order: MonthOrder = ORDER) -> Path:
    """Make the hall and let its days pass; they are lived once, and copied."""
    shutil.copytree(_lived(order), path)
    return path


@cache
def _lived(order: MonthOrder) -> Path:
    room = Path(tempfile.mkdtemp(prefix="lived-hall-"))
    atexit.register(shutil.rmtree, room, ignore_errors=True)
    path = room / "hall"
    write_sample(path, "province")
    plan = read_hall(path).plan
    home = HallDirectory(path)
    journal = open_journal(home)
    live_a_past(plan, home, journal, order, lambda _day, _number: None)
    journal.close()
    return path
