"""Facts change the book of runs: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall
from hallctl.core.hall.run_book import Carrying, ItemState, Run, RunItem


def _opened(hall: Hall, event: events.RunOpened) -> None:
    hall.runs.turn_to(event.day)
    hall.runs.every[event.run] = Run(
        run=event.run,
        day=event.day,
        trip=event.trip,
        leaves_at=event.leaves_at,
        due_at=event.due_at,
    )


def _closed(hall: Hall, event: events.RunClosed) -> None:
    hall.runs.every[event.run].is_open = False


def _scanned_out(hall: Hall, event: events.DossierScannedOut) -> None:
    _add(hall, event)
    hall.runs.carried[event.dossier] = Carrying(event.run, event.row)


def _scanned_in(hall: Hall, event: events.DossierScannedIn) -> None:
    if event.was_listed:
        del hall.runs.carried[event.dossier]
    else:
        _add(hall, event)
    _move(hall, event, ItemState.IN).place = event.place


def _missing(hall: Hall, event: events.DossierMissing) -> None:
    _move(hall, event, ItemState.MISSING)


def _add(hall: Hall, event: events.DossierScannedOut | events.DossierScannedIn) -> None:
    hall.runs.every[event.run].items.append(
        RunItem(
            dossier=event.dossier,
            row=event.row,
            department=event.department,
            direction=event.direction,
            out_at=event.at,
            since=event.at,
        )
    )


def _move(
    hall: Hall, event: events.DossierScannedIn | events.DossierMissing, state: ItemState
) -> RunItem:
    item = hall.runs.every[event.run].items[event.row - 1]
    item.state = state
    item.since = event.at
    return item


APPLY_TO_RUNS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.RunOpened: _opened,
    events.RunClosed: _closed,
    events.DossierScannedOut: _scanned_out,
    events.DossierScannedIn: _scanned_in,
    events.DossierMissing: _missing,
}
"""How each fact about courier runs changes a hall."""
