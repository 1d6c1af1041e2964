"""Reports that the ledger adds up by itself: a table of it, the keys to add by, the figures of a line."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.ledger.period import Now, Period
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Cell, Column, Kind, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS, labels

WHOLE = "whole"
"""The dimension of sums that are of everything, as all the ledger's tables call it."""


class Figure(NamedTuple):
    """One column: how SQL adds it up, and which rows of the opened table it counted."""

    key: str
    kind: Kind
    sql: str
    counted: str = "1"
    is_compared: bool = True
    times: str = "1"
    """Where sums are kept: which of a day's sums is how many rows it counted."""


class Sums(NamedTuple):
    """Where the days' sums are kept: a row a ``day`` and ``value`` of the ``:dimension``."""

    rows: str
    dimensions: tuple[str, ...]
    """Keys that are dimensions; of any other, such as a month, the whole hall's are added."""


class Book(NamedTuple):
    """What one such report is made of; ``rows`` yields the period's, asked for by its days."""

    rows: str
    keys: Mapping[str, str]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    sums: Sums | None = None
    """What its figures add up, where it is not the rows themselves."""

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """What it may be broken down by."""
        return tuple(self.keys)

    def added(self, by: str) -> tuple[str, str]:
        """The rows that are added up, and the key to add them by. SQL."""
        if self.sums is None or not by:
            return (self.sums.rows if self.sums else self.rows), self.keys.get(by, "")
        return self.sums.rows, "value" if by in self.sums.dimensions else self.keys[by]

    def dimension(self, by: str) -> str:
        """Whose sums are added."""
        return by if self.sums and by in self.sums.dimensions else WHOLE


class Wanted(NamedTuple):
    """Of which days, and how far the ledger goes."""

    period: Period
    now: Now

    @property
    def asked(self) -> dict[str, str | int]:
        """What SQL asks for."""
        first, last = (day.isoformat() for day in self.period)
        return {"first": first, "last": last, "today": self.now.day.isoformat()}


def in_days(column: str) -> dict[str, str]:
    """The keys of time, read off a column of days."""
    return {"day": column, "month": f"substr({column}, 1, 7)", "year": f"substr({column}, 1, 4)"}


def tallied(book: Book, order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """The report, a line a key, and everything together."""
    words = WORDS[say.language]
    label = labels(order.by, sources.plan, say)
    wanted = Wanted(order.period, sources.now)
    lines = lines_of(book, sources.ledger, wanted, order.by)
    ((_, whole),) = lines_of(book, sources.ledger, wanted, "")
    return Report(
        name=order.name,
        title=words[order.name],
        about="",
        period=order.period,
        by=order.by,
        by_title=words[f"by_{order.by}"],
        columns=tuple(
            Column(one.key, words[one.key], one.kind, one.is_compared, opens=True)
            for one in book.figures
        ),
        rows=tuple(Row(key, label(key), cells) for key, cells in lines),
        total=Row("", words["total"], whole),
        notes=tuple(words[one] for one in book.notes),
    )


def lines_of(
    book: Book, ledger: Database, wanted: Wanted, by: str
) -> list[tuple[str, tuple[Cell, ...]]]:
    """Each key with its figures, in order; by nothing the one line of everything."""
    added, key = book.added(by)
    name = key or "''"
    sums = ", ".join(one.sql for one in book.figures)
    grouped = "group by 1 order by 1" if key else ""
    rows = ledger.execute(
        f"select {name}, {sums} from ({added}) {grouped}",  # noqa: S608 - our own names
        wanted.asked | {"dimension": book.dimension(by)},
    )
    return [(str(value or ""), tuple(cells)) for value, *cells in rows]
