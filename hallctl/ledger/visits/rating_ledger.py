"""Every rating with its visit's moments: what signs of self-rating are looked for in."""

from typing import Any

from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.self_rating import RatedVisit
from hallctl.journal.inserting import Execute
from hallctl.ledger.period import Period

RATING_TABLES = ("ratings",)
_COLUMNS = {
    "visit": str,
    "number": str,
    "day": str,
    "counter": str,
    "official": str,
    "issued_at": int,
    "called_at": int,
    "finished_at": int,
    "rated_at": int,
    "result": int,
    "attitude": int,
    "station": str,
    "device": str,
    "is_staff": int,
    "is_struck": int,
}


def create_rating_tables(database: Database) -> None:
    """Create what is missing."""
    table = database.table("ratings")
    table.create(_COLUMNS, pk="visit", if_not_exists=True)
    table.create_index(["day"], if_not_exists=True)


def note_rating(execute: Execute, event: events.VisitRated) -> None:
    """A visit was rated."""
    execute(
        "insert or replace into ratings select ticket, number, business_day, ?, ?, issued_at,"
        " called_at, finished_at, ?, ?, ?, ?, ?, ?, 0 from tickets where ticket = ?",
        (
            *(event.counter, event.official, event.at, event.result, event.attitude),
            *(event.station, event.device, event.is_staff, event.ticket),
        ),
    )


def note_struck(execute: Execute, event: events.RatingStruck) -> None:
    """It counts no more, and is no sign any more."""
    execute("update ratings set is_struck = 1 where visit = ?", (event.visit,))


def ratings_of(database: Database, period: Period) -> list[RatedVisit]:
    """Those of the period that still count, in the order they came."""
    names = ", ".join(RatedVisit.__struct_fields__)
    rows: Any = database.execute(
        f"select {names} from ratings where day between ? and ? and not is_struck"  # noqa: S608 - our own names
        " order by rated_at",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [RatedVisit(**dict(zip(RatedVisit.__struct_fields__, row, strict=True))) for row in rows]
