"""Dossiers at real size: a year of them, its counts, one by its code, and a start of the hall."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple, get_args

from sqlite_utils import Database

from benchmarks.figures import Figure, median, percentile
from benchmarks.halls import RunningHall, room, served
from benchmarks.wires import Wire, granted
from hallctl.checkpoint.making import make_checkpoint
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.dossiers.dossier_counts import By, counts, total
from hallctl.ledger.dossiers.dossier_lookup import dossier_of
from hallctl.ledger.opening import open_journal
from hallctl.ledger.period import Now, Period
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.dossier_year import DossierYear
from hallctl.simulate.year_plan import YearPlan, scaled

LOOKS = 2_000
STARTS = 5
MIB = 1024 * 1024
COUNTS_MS, CODE_MS, START_S = 100.0, 5.0, 3.0
EVERY_KEY: tuple[By, ...] = get_args(By)


class _Year(NamedTuple):
    """A hall that has lived through a year, and some of its codes."""

    directory: Path
    plan: YearPlan
    codes: Sequence[str]


def dossiers(share: float) -> list[Figure]:
    """At ``share`` 1 a year of 67,861 dossiers; less in proportion."""
    with room() as directory:
        year = _lived(directory / "hall", scaled(YearPlan(), max(200, round(67_861 * share))))
        looks = max(20, round(LOOKS * share))
        with closing(open_database(year.directory / "hall.db", read_only=True)) as database:
            figures = [*_counts(database, year.plan, looks), *_by_code(database, year.codes, looks)]
        return [*figures, *_served(year, looks, max(1, round(STARTS * share)))]


def _lived(directory: Path, plan: YearPlan) -> _Year:
    write_sample(directory, "province")
    journal = open_journal(HallDirectory(directory))
    DossierYear(read_hall(directory).plan, plan, journal).live(lambda _day, _facts: None)
    rows = journal.database.execute("select dossier from dossiers").fetchall()
    journal.close()
    codes = [code for (code,) in rows]
    Random(7).shuffle(codes)
    return _Year(directory, plan, codes)


def _counts(database: Database, plan: YearPlan, looks: int) -> Iterator[Figure]:
    now = Now(plan.last, 1 << 50)
    whole_year = Period(plan.first, plan.last)
    days = [plan.first + timedelta(days=place) for place in range(365)]
    floor = _slowest(lambda: _rows_read(database, whole_year), max(3, looks // 200))
    for by in EVERY_KEY:
        took = _slowest(partial(_report, database, whole_year, by, now), max(3, looks // 200))
        yield _within(
            f"{plan.received:,} dossiers: the year's counts by {by}", took, COUNTS_MS, floor
        )
    chance = Random(3)
    a_day = [
        _milliseconds(partial(_report, database, Period(day, day), "department", now))
        for day in chance.choices(days, k=max(10, looks // 10))
    ]
    yield _within("… any day's counts by department, p99", percentile(a_day, 0.99), COUNTS_MS)


def _report(database: Database, period: Period, by: By, now: Now) -> None:
    counts(database, period, by, now)
    total(database, period, now)


def _rows_read(database: Database, period: Period) -> None:
    """The same rows, only read."""
    database.execute(
        "select * from dossier_sums where dimension = 'department' and day between ? and ?",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchall()


def _by_code(database: Database, codes: Sequence[str], looks: int) -> Iterator[Figure]:
    asked = codes[:looks]
    floor = [_milliseconds(partial(_row_read, database, code)) for code in asked]
    took = [_milliseconds(partial(dossier_of, database, code)) for code in asked]
    yield _within(
        "… one dossier with its steps by its code, from the ledger, p99",
        percentile(took, 0.99),
        CODE_MS,
        percentile(floor, 0.99),
    )


def _row_read(database: Database, code: str) -> None:
    database.execute("select * from dossiers where dossier = ?", (code,)).fetchone()


def _served(year: _Year, looks: int, starts: int) -> Iterator[Figure]:
    with room() as empty:
        write_sample(empty / "hall", "province")
        floor = _start(empty / "hall", starts)
    whole = _start(year.directory, starts)
    home = HallDirectory(year.directory)
    made = _milliseconds(lambda: make_checkpoint(home))
    _, took = _started(year.directory, lambda running: _asked(running, year.codes[:looks]))
    yield _within("… the same asked of the running hall, p99", percentile(took, 0.99), CODE_MS)
    yield _in_time("… start to accepting commands, every fact replayed", whole, floor)
    yield _in_time("… the same from a checkpoint", _start(year.directory, starts), floor)
    size = home.checkpoint.stat().st_size / MIB
    yield Figure("… a checkpoint made", made / 1000, "s")
    yield Figure("… its size", size, "MiB")


def _start(directory: Path, starts: int) -> float:
    return median([_started(directory, lambda _running: [])[0] for _ in range(starts)])


def _in_time(what: str, took_s: float, floor: float) -> Figure:
    return Figure(what, took_s, "s", floor, f"≤ {START_S:.0f}", took_s <= START_S)


def _started(
    directory: Path, look: Callable[[RunningHall], list[float]]
) -> tuple[float, list[float]]:
    began = perf_counter()
    with served(directory) as running:
        return perf_counter() - began, look(running)


def _asked(running: RunningHall, codes: Sequence[str]) -> list[float]:
    wire = Wire(running.port)
    took = []
    for code in codes:
        request = (
            f"GET /api/dossiers/{code} HTTP/1.1\r\nHost: hall\r\n"
            f"Authorization: Bearer {running.token}\r\n\r\n"
        ).encode()
        began = perf_counter()
        response = wire.ask(request)
        took.append((perf_counter() - began) * 1000)
        granted(response)
    wire.close()
    return took


def _within(what: str, took: float, aim: float, floor: float | None = None) -> Figure:
    return Figure(what, took, "ms", floor, f"≤ {aim:.0f}", took <= aim)


def _slowest(act: Callable[[], object], rounds: int) -> float:
    return max(_milliseconds(act) for _ in range(rounds))


def _milliseconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000
