"""Reports over ten million visits: every one that there is, of a day as of ten years, and its figures opened.

What is asked is read off the registry of reports, so that a new one is measured from its first day on.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, get_args

from sqlite_utils import Database

from benchmarks.beside_reports import beside_reports
from benchmarks.figures import Figure, median
from benchmarks.ten_years import COUNTERS, DEPARTMENTS, SERVICES, business_days, ten_years
from hallctl.core.plan import Counter, Department, Plan, Service, Words
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.form import is_of_today
from hallctl.ledger.period import Now, Period
from hallctl.reports.behind.listing import Listing, Place, page_of
from hallctl.reports.behind.opened import opened
from hallctl.reports.behind.opening import Opening
from hallctl.reports.building import REPORTS, build
from hallctl.reports.orders import Name, ReportOrder, Sources
from hallctl.reports.periods import around
from hallctl.reports.report import Report, Row

COMMON_MS, ANY_MS = 200, 2000
ROUNDS, A_TRY = 3, 0.01
"""A try with a smaller share asks once, and opens one figure of every report."""
OF_A_YEAR = {("visits", "service"), ("visits", "month"), ("indicators", "indicator"),
             ("indicators", "department")}  # fmt: skip
"""What is asked of a year every day."""
LAST_PAGE, FEW = 2**40, 10
AFTER = timedelta(days=100)
"""The last day is over, and what was begun on it has ended."""


class Wish(NamedTuple):
    """One report of some days."""

    told: str
    order: ReportOrder
    aim: float


def many_visits(share: float, keep: Path | None = None) -> list[Figure]:
    """Make the visits, or take those that a run before has kept; then ask for reports."""
    with _ledger(share, keep) as path, closing(open_database(path, read_only=True)) as database:
        days, is_a_try = business_days(share), share < A_TRY
        sources = Sources(database, _plan(), Now(days[-1] + AFTER, 4_102_444_800_000))
        figures = [_timed(one, sources, 1 if is_a_try else ROUNDS) for one in wishes(days)]
        figures += _opened(Period(days[0], days[-1]), sources, 1 if is_a_try else None)
        return [*figures, *beside_reports(path, share)]


def wishes(days: list[date]) -> Iterator[Wish]:
    """Every report by everything it can be broken down by, of a day up to all the years, and compared."""
    last = days[-1]
    spans = {
        "day": around(last, "day"),
        "week": around(last, "week"),
        "month": around(last, "month"),
        "year": around(last, "year"),
        "ten years": Period(days[0], last),
    }
    for name in get_args(Name):
        for by in REPORTS[name][1]:
            for span, period in spans.items():
                is_common = span in {"day", "week", "month"} or (
                    span == "year" and (name, by) in OF_A_YEAR
                )
                aim = COMMON_MS if is_common else ANY_MS
                yield Wish(f"{name} by {by}, {span}", ReportOrder(name, period, by), aim)
            for span in ("month", "ten years"):
                order = ReportOrder(name, spans[span], by, "year")
                aim = COMMON_MS if span == "month" else ANY_MS
                yield Wish(f"{name} by {by}, {span}, compared with a year before", order, aim)


def _opened(ever: Period, sources: Sources, most: int | None) -> Iterator[Figure]:
    """Of every report the slowest of its figures to open: the first page, one in the middle, and the last."""
    for name in get_args(Name):
        for by in REPORTS[name][1]:
            order = ReportOrder(name, ever, by)
            slowest = dict.fromkeys(("first", "middle", "last"), (0.0, ""))
            for opening in islice(openings(order, build(order, sources)), most):
                for place, taken in _pages(opening, sources):
                    slowest[place] = max(slowest[place], (taken, _named(opening)))
            for place, (taken, of) in slowest.items():
                if of:
                    told = f"opened: {name} by {by}, {place} page; slowest {of}"
                    yield Figure(told, taken, "ms", aim=f"≤ {ANY_MS:,}", holds=taken <= ANY_MS)


def openings(order: ReportOrder, report: Report) -> Iterator[Opening]:
    """Every column of its lines, of many the largest and the smallest; of the total; and those lines whole."""
    by_size = sorted(report.rows, key=_size)
    some = by_size if len(by_size) <= FEW else [by_size[0], by_size[-1]]
    lines: list[Row | None] = [*some, report.total]
    for row in (one for one in lines if one):
        key = None if row is report.total else row.key
        for column, cell in zip(report.columns, row.cells, strict=True):
            if column.opens and cell:
                yield Opening(order, key, column.key)
        yield Opening(order, key)


def _size(row: Row) -> float:
    return next((float(cell) for cell in row.cells if isinstance(cell, int | float)), 0.0)


def _named(opening: Opening) -> str:
    return f"{opening.key or 'of all'}, {opening.figure or 'whole line'}"


def _pages(opening: Opening, sources: Sources) -> Iterator[tuple[str, float]]:
    """How long each takes in ms; every page finds its listing anew, as in a browser."""
    total = sum(count for _, count in opened(opening, sources).days)
    for place, row in (("first", 1), ("middle", max(1, total // 2)), ("last", LAST_PAGE)):
        began = perf_counter()
        listing: Listing = opened(opening, sources)
        page_of(listing, sources.ledger, Place(row=row))
        yield place, 1000 * (perf_counter() - began)


@contextmanager
def _ledger(share: float, keep: Path | None) -> Iterator[Path]:
    """Where it lies; made where there is none of that size and of today's form."""
    with tempfile.TemporaryDirectory() as folder:
        path = (keep or Path(folder)) / f"ten-years-{share:g}.db"
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(open_database(path)) as database:
            if not database["days"].exists() or not is_of_today(database):
                _fill(database, path, share)
        yield path


def _fill(database: Database, path: Path, share: float) -> None:
    for table in database.table_names():
        database.execute(f"drop table if exists [{table}]")
    began = perf_counter()
    for done, day in enumerate(ten_years(database, share), start=1):
        if done % 250 == 0:
            print(f"{day}: {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    size = path.stat().st_size / 2**30
    print(f"made in {perf_counter() - began:.0f} s, {size:.1f} GiB", file=sys.stderr, flush=True)


def _plan() -> Plan:
    departments = tuple(
        Department(department=f"d{n}", name=Words(f"Sở {n}")) for n in range(DEPARTMENTS)
    )
    services = tuple(
        Service(
            service=f"s{n}",
            letter=chr(65 + n),
            name=Words(f"Lĩnh vực {n}"),
            departments=(f"d{n % DEPARTMENTS}",),
        )
        for n in range(SERVICES)
    )
    counters = tuple(Counter(counter=f"c{n}", services=("s0",)) for n in range(COUNTERS))
    return Plan(
        hall=Words("Hội trường"),
        authority=Words("Tỉnh"),
        departments=departments,
        services=services,
        counters=counters,
    )


def _timed(wish: Wish, sources: Sources, rounds: int) -> Figure:
    taken = []
    for _ in range(rounds):
        began = perf_counter()
        build(wish.order, sources)
        taken.append(1000 * (perf_counter() - began))
    found, aim = median(taken), f"≤ {wish.aim:,.0f}"
    return Figure(f"report: {wish.told}", found, "ms", aim=aim, holds=found <= wish.aim)
