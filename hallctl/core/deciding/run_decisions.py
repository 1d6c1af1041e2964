"""A courier's trip: opened by the timetable, scanned out and in, closed; what is not in is missing."""

from datetime import datetime
from typing import NamedTuple

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.dossier_decisions import punctuality
from hallctl.core.dossier_life import DossierState, DossierStep
from hallctl.core.dossier_time import MS_A_MINUTE, moment
from hallctl.core.guards.dossier_guards import act_of, dossier_day, dossier_may, known_dossier
from hallctl.core.guards.run_guards import (
    away,
    expected_item,
    known_department,
    known_run,
    not_here_already,
    on_no_run,
    open_run,
)
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.run_book import ItemState
from hallctl.core.refusals import Refusal, Refused

LATE_START_MS = 15 * MS_A_MINUTE
"""A trip that should have left this long ago is skipped, unless it is asked for by its number."""
OUT, BACK = "out", "back"


def open_next_run(hall: Hall, wish: commands.OpenRun, by: Circumstances) -> Facts:
    day = dossier_day(hall, by)
    rules = by.plan.runs
    leaves = [moment(datetime.combine(day, one), by.plan.timezone) for one in rules.departures]
    trip = wish.trip or _next_trip(hall, leaves, by)
    name = f"{day.isoformat()}-{trip}"
    if name in hall.runs.every:
        raise Refused(Refusal.RUN_OPENED_BEFORE, run=name)
    if wish.trip is not None and wish.trip > len(leaves):
        raise Refused(Refusal.UNKNOWN_TRIP, trip=wish.trip, trips=len(leaves))
    leaves_at = leaves[trip - 1] if trip <= len(leaves) else by.at
    act = act_of(hall, "", wish.counter, by)
    yield events.RunOpened(
        at=by.at,
        run=name,
        day=day,
        trip=trip,
        leaves_at=leaves_at,
        due_at=max(leaves_at, by.at) + round(rules.due_minutes * MS_A_MINUTE),
        counter=act["counter"],
        official=act["official"],
    )


def scan_out(hall: Hall, wish: commands.ScanOut, by: Circumstances) -> Facts:
    run = open_run(hall, wish.run)
    dossier = known_dossier(hall, wish.dossier)
    known_department(wish.department, by)
    on_no_run(hall, dossier, run)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    department = wish.department or dossier.department
    if wish.direction == BACK:
        away(dossier)
        _its_own(dossier.dossier, department, dossier.department)
    else:
        dossier_may(dossier, DossierStep.FORWARD)
        if not department:
            raise Refused(Refusal.NO_DEPARTMENT, dossier=dossier.dossier)
        if dossier.state is DossierState.RECEIVED or department != dossier.department:
            yield events.DossierForwarded(**act, department=department)
    yield events.DossierScannedOut(
        **act,
        run=run.run,
        row=len(run.items) + 1,
        department=department,
        direction=wish.direction,
    )


def scan_in(hall: Hall, wish: commands.ScanIn, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier)
    known_department(wish.department, by)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    finishes = _finishes(dossier, wish)
    yield events.DossierScannedIn(
        **act,
        **_row(hall, dossier, wish)._asdict(),
        place=wish.department or "",
    )
    if finishes:
        yield events.DossierFinished(**act, punctuality=punctuality(hall, dossier, by))


def close_run(hall: Hall, wish: commands.CloseRun, by: Circumstances) -> Facts:
    run = known_run(hall, wish.run)
    if not run.is_open:
        raise Refused(Refusal.RUN_CLOSED, run=run.run)
    for item in run.items:
        if item.state is ItemState.ON_ITS_WAY:
            yield events.DossierMissing(
                **act_of(hall, item.dossier, wish.counter, by),
                run=run.run,
                row=item.row,
                department=item.department,
                direction=item.direction,
            )
    act = act_of(hall, "", wish.counter, by)
    yield events.RunClosed(
        at=by.at,
        run=run.run,
        day=act["day"],
        counter=act["counter"],
        official=act["official"],
    )


class _Row(NamedTuple):
    """The row of a manifest that arrives, or a new one for what was on none."""

    run: str
    row: int
    department: str
    direction: str
    was_listed: bool


def _row(hall: Hall, dossier: Dossier, wish: commands.ScanIn) -> _Row:
    found = expected_item(hall, dossier, wish.run)
    if found is not None:
        run, item = found
        if wish.department is not None:
            _its_own(dossier.dossier, wish.department, item.department)
        return _Row(run.run, item.row, item.department, item.direction, was_listed=True)
    not_here_already(hall, dossier, wish.department or "")
    if wish.department is not None:
        raise Refused(Refusal.NOT_ON_A_RUN, dossier=dossier.dossier)
    run = open_run(hall, wish.run)
    away(dossier)
    return _Row(run.run, len(run.items) + 1, dossier.department, BACK, was_listed=False)


def _finishes(dossier: Dossier, wish: commands.ScanIn) -> bool:
    """Whether the hall has its result from now on; refused where that can't be."""
    if wish.department is not None or not wish.with_result:
        return False
    if dossier.state is DossierState.FINISHED:
        return False
    dossier_may(dossier, DossierStep.FINISH)
    return True


def _next_trip(hall: Hall, leaves: list[int], by: Circumstances) -> int:
    """The first trip that has not left long ago and was not opened; else one more."""
    day = dossier_day(hall, by)
    opened = {run.trip for run in hall.runs.every.values() if run.day == day}
    coming = (
        trip
        for trip, at in enumerate(leaves, start=1)
        if trip not in opened and at >= by.at - LATE_START_MS
    )
    return next(coming, max([len(leaves), *opened]) + 1)


def _its_own(dossier: str, department: str, own: str) -> None:
    if department != own:
        raise Refused(Refusal.WRONG_DEPARTMENT, dossier=dossier, department=own)
