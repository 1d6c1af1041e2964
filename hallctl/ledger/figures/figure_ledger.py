"""The ledger's table of figures from elsewhere: the newest of each indicator and period."""

from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.period import Period

FIGURE_TABLES = ("given_figures",)


class GivenFigure(NamedTuple):
    """What a source says of one indicator and period; ``at`` in ms."""

    indicator: str
    first: str
    last: str
    fulfilled: int
    of: int
    source: str
    given_by: str
    at: int


def create_figure_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("given_figures").create(
        {
            **dict.fromkeys(("indicator", "first", "last"), str),
            **dict.fromkeys(("fulfilled", "of"), int),
            **dict.fromkeys(("source", "given_by"), str),
            "at": int,
        },
        pk=("indicator", "first", "last"),
        if_not_exists=True,
    )


def figure_given(execute: Execute, event: events.FigureGiven, _day: str) -> None:
    """Keep it instead of what was given of the same days before."""
    days = (event.first.isoformat(), event.last.isoformat())
    execute(
        "delete from given_figures where indicator = ? and first = ? and last = ?",
        (event.indicator, *days),
    )
    if event.of:
        execute(
            "insert into given_figures values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.indicator,
                *days,
                event.fulfilled,
                event.of,
                event.source,
                event.by,
                event.at,
            ),
        )


def given_in(database: Database, period: Period) -> list[GivenFigure]:
    """Everything given of days that lie in the period, the newest first."""
    rows = database.execute(
        f"select {', '.join(GivenFigure._fields)} from given_figures"  # noqa: S608 - our own names
        " where first >= ? and last <= ? order by last desc, indicator",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [GivenFigure(*row) for row in rows]


def newest_given(database: Database, count: int) -> list[GivenFigure]:
    """What was given last."""
    rows = database.execute(
        f"select {', '.join(GivenFigure._fields)} from given_figures order by at desc limit ?",  # noqa: S608 - our own names
        (count,),
    )
    return [GivenFigure(*row) for row in rows]


def days_of(given: GivenFigure) -> Period:
    """Of which days it tells."""
    return Period(date.fromisoformat(given.first), date.fromisoformat(given.last))
