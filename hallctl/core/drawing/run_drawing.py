"""Courier runs as their supervisor sees them: who is on the way, and what has not arrived."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from hallctl.core.dossier_time import moment, wall_clock
from hallctl.core.drawing.heading import head_of
from hallctl.core.hall import Hall
from hallctl.core.hall.run_book import ItemState, Run, RunItem
from hallctl.core.plan import Plan
from hallctl.core.views import (
    DepartmentShown,
    ManifestShown,
    MissingDossier,
    RunShown,
    RunsView,
    TripShown,
)

MISSING_SHOWN = 100


def runs_view(hall: Hall, plan: Plan, at: int) -> RunsView:
    """All runs in the book at that time (ms)."""
    every = hall.runs.every.values()
    missing = sorted(missing_items(hall, at), key=lambda found: found[1].out_at)
    return RunsView(
        **head_of(hall, plan, at),
        runs=tuple(_run(run, plan, at) for run in every),
        missing=tuple(_missing(run, item, plan) for run, item in islice(missing, MISSING_SHOWN)),
        missing_total=len(missing),
        next_leaves_at=_next_leaves_at(hall, plan, at),
        trips=_trips(hall, plan, at),
        departments=tuple(
            DepartmentShown(department=one.department, department_name=one.name)
            for one in plan.departments
        ),
    )


def _trips(hall: Hall, plan: Plan, at: int) -> tuple[TripShown, ...]:
    """The timetable with the runs that were opened by it, and those opened beside it."""
    today = wall_clock(at, plan.timezone).date()
    opened = {run.trip: run for run in hall.runs.every.values() if run.day == today}
    planned = {
        trip: moment(datetime.combine(today, one), plan.timezone)
        for trip, one in enumerate(plan.runs.departures, start=1)
    }
    leaving = planned | {trip: run.leaves_at for trip, run in opened.items()}
    return tuple(
        TripShown(
            trip=trip, leaves_at=leaving[trip], run=opened[trip].run if trip in opened else ""
        )
        for trip in sorted(leaving)
    )


def missing_items(hall: Hall, at: int) -> Iterator[tuple[Run, RunItem]]:
    """What is missing from runs that are over, or should have arrived by ``at`` (ms)."""
    for place in hall.runs.carried.values():
        run = hall.runs.every[place.run]
        item = run.items[place.row - 1]
        if item.state is ItemState.MISSING or at > run.due_at:
            yield run, item


def _run(run: Run, plan: Plan, at: int) -> RunShown:
    departments = dict.fromkeys(item.department for item in run.items)
    return RunShown(
        run=run.run,
        trip=run.trip,
        leaves_at=run.leaves_at,
        due_at=run.due_at,
        is_open=run.is_open,
        is_late=run.is_late(at),
        scanned=len(run.items),
        arrived=run.count(ItemState.IN),
        on_its_way=run.count(ItemState.ON_ITS_WAY),
        missing=run.count(ItemState.MISSING),
        manifests=tuple(_manifest(run, department, plan) for department in departments),
    )


def _manifest(run: Run, department: str, plan: Plan) -> ManifestShown:
    rows = [item for item in run.items if item.department == department]
    out = sum(item.direction == "out" for item in rows)
    return ManifestShown(
        department=department,
        department_name=plan.department_name(department),
        out=out,
        back=len(rows) - out,
        on_its_way=sum(item.state is ItemState.ON_ITS_WAY for item in rows),
    )


def _missing(run: Run, item: RunItem, plan: Plan) -> MissingDossier:
    return MissingDossier(
        dossier=item.dossier,
        run=run.run,
        row=item.row,
        department_name=plan.department_name(item.department),
        direction=item.direction,
        out_at=item.out_at,
        due_at=run.due_at,
        is_run_over=not run.is_open,
    )


def _next_leaves_at(hall: Hall, plan: Plan, at: int) -> int | None:
    today = wall_clock(at, plan.timezone).date()
    opened = {run.trip for run in hall.runs.every.values() if run.day == today}
    leaving = (
        leaves_at
        for trip, one in enumerate(plan.runs.departures, start=1)
        if trip not in opened
        and (leaves_at := moment(datetime.combine(today, one), plan.timezone)) >= at
    )
    return next(leaving, None)
