"""What stands behind a figure, page by page: in one stable order, however long it is.

A listing knows how many of its records lie on each day, mostly from sums that are kept anyway. So a page is
found by its day, and nothing is stepped over but the rest of that one day. A place is a record's own key:
what comes in meanwhile moves no page.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Literal, NamedTuple

import msgspec
from sqlite_utils import Database

SHOWN = 200
"""So many stand on a page."""
CHUNK = 5000
"""About so many are read at once when all of them are wanted."""
EACH_DAY = """
with recursive calendar(day) as (
    select :first union all select date(day, '+1 day') from calendar where day < :last
) select day from calendar
"""
"""The days from ``:first`` to ``:last``: sums of one key are looked up day by day, not among those of all keys."""
Value = str | int | float | None
Row = tuple[Value, ...]
Way = Literal["after", "before"]


class Key(NamedTuple):
    """Where a record stands: its day (ISO), and its place among the records of that day."""

    day: str
    seq: int


class Place(NamedTuple):
    """Where a page begins: at a row counted from 1, at a day, or beside a record."""

    row: int = 1
    day: str = ""
    key: Key | None = None
    way: Way = "after"


class Part(NamedTuple):
    """Records in SQL with their ``on_day`` and ``seq``, between ``:since`` and ``:until``; and how many a day.

    ``:days`` are those of them (JSON) on which the listing has any."""

    rows: str
    days: dict[str, int]


class Listing(NamedTuple):
    """The records behind a figure, the newest days first. Parts may share days."""

    fields: tuple[str, ...]
    parts: tuple[Part, ...]
    asked: Mapping[str, Value]
    record: Callable[[Row], Any]
    """Makes of a row what it stands for."""

    @property
    def days(self) -> list[tuple[str, int]]:
        """The days that have any, in order, with how many."""
        together = Counter[str]()
        for part in self.parts:
            together.update(part.days)
        return sorted(((day, count) for day, count in together.items() if count), reverse=True)


class Page(NamedTuple):
    """Some records in order; ``first`` counts from 1, 0 where there are none."""

    rows: list[Any]
    first: int
    total: int
    before: Key | None
    """Of the first, where there is a page before it."""
    after: Key | None
    """Of the last, where there is a page after it."""

    @property
    def last(self) -> int:
        """The number of the last."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def page_of(listing: Listing, ledger: Database, place: Place) -> Page:
    """The page that begins there; never beyond the last record."""
    days = listing.days
    total = sum(count for _, count in days)
    begins = max(0, min(_rank(listing, ledger, days, place), total - 1))
    rows = _read(listing, ledger, _span(days, begins, SHOWN))
    if not rows:
        return Page([], 0, total, None, None)
    keys = [Key(str(row[0]), int(str(row[1]))) for row in rows]
    return Page(
        [listing.record(row[2:]) for row in rows],
        begins + 1,
        total,
        keys[0] if begins else None,
        keys[-1] if begins + len(rows) < total else None,
    )


def chunks_of(listing: Listing, size: int = CHUNK) -> Iterator["Span"]:
    """All of it in stretches of whole days, each of about ``size`` records."""
    first, until, found = "", "", 0
    for day, count in listing.days:
        until, first, found = until or day, day, found + count
        if found >= size:
            yield Span(first, until, 0, found)
            until, found = "", 0
    if found:
        yield Span(first, until, 0, found)


class Span(NamedTuple):
    """Days to be read, how many of the newest's records are left out, and how many are wanted."""

    since: str
    until: str
    skip: int
    wanted: int


def read_span(listing: Listing, ledger: Database, span: Span) -> list[Any]:
    """The records of those days in order."""
    return [listing.record(row[2:]) for row in _read(listing, ledger, span)]


def _span(days: Sequence[tuple[str, int]], begins: int, count: int) -> Span:
    """The days in which the records from ``begins`` on lie, counted from 0."""
    ends = list(accumulate(number for _, number in days))
    if not ends:
        return Span("", "", 0, 0)
    newest = next(n for n, end in enumerate(ends) if end > begins)
    oldest = next((n for n, end in enumerate(ends) if end >= begins + count), len(ends) - 1)
    skip = begins - (ends[newest] - days[newest][1])
    return Span(days[oldest][0], days[newest][0], skip, count)


def _rank(listing: Listing, ledger: Database, days: list[tuple[str, int]], place: Place) -> int:
    """How many records stand before the page."""
    if place.key is None:
        newer = sum(count for day, count in days if place.day and day > place.day)
        return newer if place.day else place.row - 1
    day, seq = place.key
    newer = sum(count for one, count in days if one > day)
    compared = ">=" if place.way == "after" else ">"
    question = f"select count(*) from ({{}}) where seq {compared} :seq"  # noqa: S608 - our own names
    beside = _ask(listing, ledger, question, {"since": day, "until": day, "seq": seq})
    rank = newer + (int(str(beside[0][0])) if beside else 0)
    return rank if place.way == "after" else rank - SHOWN


def _read(listing: Listing, ledger: Database, span: Span) -> list[Row]:
    names = ", ".join(("on_day", "seq", *listing.fields))
    return _ask(
        listing,
        ledger,
        f"select {names} from ({{}}) order by on_day desc, seq desc limit :wanted offset :skip",  # noqa: S608 - our own names
        span._asdict(),
    )


def _ask(
    listing: Listing, ledger: Database, question: str, asked: Mapping[str, Value]
) -> list[Row]:
    """Of the parts that have records on those days; none where no part has."""
    since, until = str(asked["since"]), str(asked["until"])
    names = ", ".join(("on_day", "seq", *listing.fields))
    parts = [
        f"select {names} from ({part.rows})"  # noqa: S608 - our own names
        for part in listing.parts
        if any(since <= day <= until for day in part.days)
    ]
    if not parts:
        return []
    days = [day for day, _ in listing.days if since <= day <= until]
    told = {**listing.asked, **asked, "days": msgspec.json.encode(days).decode()}
    rows = ledger.execute(question.format(" union all ".join(parts)), told)
    return list(rows.fetchall())
