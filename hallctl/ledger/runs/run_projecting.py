"""What each fact about courier runs means for the ledger's tables, in its transaction."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute


def _opened(execute: Execute, event: events.RunOpened, _day: str) -> None:
    execute(
        "insert into runs (run, day, trip, leaves_at, due_at, counter, official, opened_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.run,
            event.day.isoformat(),
            event.trip,
            event.leaves_at,
            event.due_at,
            event.counter,
            event.official,
            event.at,
        ),
    )


def _closed(execute: Execute, event: events.RunClosed, _day: str) -> None:
    execute("update runs set closed_at = ? where run = ?", (event.at, event.run))


def _scanned_out(execute: Execute, event: events.DossierScannedOut, _day: str) -> None:
    _add(execute, event, state="on_its_way", out_at=event.at, out_by=event.official)
    _sum(execute, event.run, "scanned_out")


def _scanned_in(execute: Execute, event: events.DossierScannedIn, _day: str) -> None:
    _step(execute, event, event.place or None)
    arrived: dict[str, str | int] = {
        "in_at": event.at,
        "in_by": event.official,
        "place": event.place,
    }
    if not event.was_listed:
        _add(execute, event, state="in", **arrived)
        _sum(execute, event.run, "brought_back")
        return
    execute(
        "update runs set missing = missing - 1 where run = ?1 and exists (select 1 from run_items"
        " where run = ?1 and row = ?2 and state = 'missing')",
        (event.run, event.row),
    )
    _sum(execute, event.run, "scanned_in")
    execute(
        "update run_items set state = 'in', in_at = ?, in_by = ?, place = ?"
        " where run = ? and row = ?",
        (*arrived.values(), event.run, event.row),
    )


def _missing(execute: Execute, event: events.DossierMissing, _day: str) -> None:
    execute(
        "update run_items set state = 'missing', missing_at = ? where run = ? and row = ?",
        (event.at, event.run, event.row),
    )
    _sum(execute, event.run, "missing")


def _add(
    execute: Execute,
    event: events.DossierScannedOut | events.DossierScannedIn,
    **more: str | int,
) -> None:
    row = {
        "run": event.run,
        "row": event.row,
        "dossier": event.dossier,
        "department": event.department,
        "direction": event.direction,
        **more,
    }
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    execute(
        f"insert into run_items ({columns}) values ({places})",  # noqa: S608 - our own column names
        tuple(row.values()),
    )


def _step(execute: Execute, event: events.DossierScannedIn, department: str | None) -> None:
    """A hand-over of the dossier's way: who has it in hand from now on."""
    execute(
        "insert into dossier_steps (dossier, step, at, day, department, counter, official)"
        " values (?, 'scan_in', ?, ?, ?, ?, ?)",
        (
            event.dossier,
            event.at,
            event.day.isoformat(),
            department,
            event.counter,
            event.official,
        ),
    )


def _sum(execute: Execute, run: str, column: str) -> None:
    execute(f"update runs set {column} = {column} + 1 where run = ?", (run,))  # noqa: S608 - our own column names


PROJECT_RUNS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.RunOpened: _opened,
    events.RunClosed: _closed,
    events.DossierScannedOut: _scanned_out,
    events.DossierScannedIn: _scanned_in,
    events.DossierMissing: _missing,
}
"""How each fact about courier runs is written into the ledger."""
