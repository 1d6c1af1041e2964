"""Courier runs as the ledger has them: of a day, one with its rows, and everything missing."""

from datetime import date
from typing import Any

import msgspec
from sqlite_utils import Database


class RunRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One run with its sums; times in milliseconds since 1970."""

    run: str
    day: str
    trip: int
    leaves_at: int
    due_at: int
    counter: str
    official: str
    opened_at: int
    closed_at: int | None
    scanned_out: int
    brought_back: int
    scanned_in: int
    missing: int

    @property
    def on_its_way(self) -> int:
        """How many have neither arrived nor are called missing."""
        return self.scanned_out - self.scanned_in - self.missing


class RunItemRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a manifest; ``place`` is the department it arrived at, empty for the hall."""

    run: str
    row: int
    dossier: str
    procedure: str
    department: str
    direction: str
    state: str
    out_at: int | None
    out_by: str | None
    in_at: int | None
    in_by: str | None
    place: str | None
    missing_at: int | None
    due_at: int
    """When the dossier's result is due."""


_RUN = RunRecord.__struct_fields__
_OF_DOSSIER = {"procedure", "due_at"}
_ITEM = ", ".join(
    f"{'dossiers' if name in _OF_DOSSIER else 'run_items'}.{name}"
    for name in RunItemRecord.__struct_fields__
)
_ITEMS = f"select {_ITEM} from run_items join dossiers using (dossier)"  # noqa: S608 - our own names


def runs_of(database: Database, day: date) -> list[RunRecord]:
    """The day's runs, in the order of their trips."""
    return _runs(database, "where day = ? order by trip", (day.isoformat(),))


def run_named(database: Database, run: str) -> RunRecord | None:
    """The run of that name, or None."""
    return next(iter(_runs(database, "where run = ?", (run,))), None)


def items_of(database: Database, run: str) -> list[RunItemRecord]:
    """Every row of the run's manifests, in order."""
    return _items(database, "where run = ? order by run_items.row", (run,))


def items_missing(database: Database, at: int) -> list[RunItemRecord]:
    """What is missing from runs that are over, or should have arrived by ``at`` (ms)."""
    return _items(
        database,
        "join runs using (run) where run_items.state = 'missing'"
        " or (run_items.state = 'on_its_way' and runs.due_at < ?) order by run, run_items.row",
        (at,),
    )


def _runs(database: Database, which: str, values: tuple[Any, ...]) -> list[RunRecord]:
    query = f"select {', '.join(_RUN)} from runs {which}"  # noqa: S608 - our own names
    rows = database.execute(query, values)
    return [RunRecord(**dict(zip(_RUN, row, strict=True))) for row in rows]


def _items(database: Database, which: str, values: tuple[Any, ...]) -> list[RunItemRecord]:
    names = RunItemRecord.__struct_fields__
    rows = database.execute(f"{_ITEMS} {which}", values)
    return [RunItemRecord(**dict(zip(names, row, strict=True))) for row in rows]
