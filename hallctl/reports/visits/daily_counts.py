"""What is published of each business day: the hall's own counts, and nobody's in particular."""

import csv
import io
from collections.abc import Iterable
from datetime import date

import msgspec
from sqlite_utils import Database

from hallctl.ledger.period import Period
from hallctl.reports.visits.visit_figures import VisitFigures, visits


class DayCounts(msgspec.Struct, frozen=True, kw_only=True):
    """One day as it is published. Spans are whole seconds; null where nobody was called."""

    day: date
    issued: int
    called: int
    within_target: int
    average_wait_s: int | None
    median_wait_s: int | None
    finished: int
    average_service_s: int | None
    missed: int
    cancelled: int
    lapsed: int
    rated: int
    satisfied: int


def daily_counts(database: Database, period: Period) -> list[DayCounts]:
    """The days of the period on which somebody came, the newest first."""
    return [_day(line) for line in reversed(visits(database, period, "day"))]


class PublishedSeal(msgspec.Struct, frozen=True):
    """One seal: anybody can hash its snapshot as it stands here, and follow the chain."""

    serial: int
    day: date
    part: str
    sealed_at: int
    hash: str
    snapshot: msgspec.Raw


def seals_of(database: Database, period: Period) -> list[PublishedSeal]:
    """The seals of the period's days, the newest first."""
    rows = database.execute(
        "select serial, day, part, sealed_at, hash, snapshot from seals"
        " where day between ? and ? order by serial desc",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [
        PublishedSeal(
            serial, date.fromisoformat(day), part, at, digest, msgspec.Raw(snapshot.encode())
        )
        for serial, day, part, at, digest, snapshot in rows
    ]


def as_csv(days: Iterable[DayCounts]) -> str:
    """A line a day, with a head; what is null is empty."""
    out = io.StringIO()
    names = list(DayCounts.__struct_fields__)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for one in days:
        values = (getattr(one, name) for name in names)
        writer.writerow("" if value is None else value for value in values)
    return out.getvalue()


def _day(line: VisitFigures) -> DayCounts:
    sums = line.sums
    return DayCounts(
        day=date.fromisoformat(line.key),
        average_wait_s=line.average_wait_s,
        median_wait_s=line.wait_s(0.5),
        average_service_s=line.average_service_s,
        **{
            name: sums[name]
            for name in (
                "issued",
                "called",
                "within_target",
                "finished",
                "missed",
                "cancelled",
                "lapsed",
                "rated",
                "satisfied",
            )
        },
    )
