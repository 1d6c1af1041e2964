"""Courier runs in lines: the timetable, manifests, rows, and what is missing."""

from typing import Any

import msgspec

from counter_display.desk.moments import clock_of, short_moment
from hallctl.core.views import MissingDossier, RunShown, RunsView
from hallctl.station.preferences import Preferences

Line = dict[str, Any]


class RunItem(msgspec.Struct, frozen=True):
    """One row of a run's manifests."""

    row: int
    dossier: str
    department: str
    direction: str
    state: str
    in_at: int | None = None


class FoundRun(msgspec.Struct, frozen=True):
    """The rows of a run."""

    items: tuple[RunItem, ...]


def trip_lines(view: RunsView, chosen: str, preferences: Preferences) -> list[Line]:
    """Today's timetable; a run of an earlier day only while something is missing from it."""
    runs = {one.run: one for one in view.runs}
    today = {one.run for one in view.trips}
    earlier = [_trip(one.trip, one.leaves_at, one, view, preferences) for one in view.runs
               if one.run not in today]  # fmt: skip
    lines = [
        *earlier,
        *(
            _trip(one.trip, one.leaves_at, runs.get(one.run), view, preferences)
            for one in view.trips
        ),
    ]
    return [line | {"is_chosen": bool(line["run"]) and line["run"] == chosen} for line in lines]


def _trip(
    trip: int, leaves_at: int, run: RunShown | None, view: RunsView, preferences: Preferences
) -> Line:
    words, tone = _state(run, preferences)
    return {
        "trip": trip,
        "name": preferences.say("trip_name", trip=trip),
        "time": clock_of(leaves_at, view.timezone),
        "run": run.run if run else "",
        "words": words,
        "tone": tone,
        "is_open": bool(run and run.is_open),
    }


def _state(run: RunShown | None, preferences: Preferences) -> tuple[str, str]:
    say = preferences.say
    if run is None:
        return say("trip_planned"), "soft"
    if run.missing or run.is_late:
        count = run.missing or run.on_its_way
        return say("trip_missing", count=count), "bad"
    if run.is_open:
        return say("trip_open", arrived=run.arrived, scanned=run.scanned), "warn"
    return say("trip_over", count=run.scanned), "good"


def manifest_lines(run: RunShown, preferences: Preferences) -> list[Line]:
    """A line a department."""
    return [
        {
            "department": one.department,
            "name": preferences.name_of(one.department_name),
            "words": preferences.say(
                "manifest_words", out=one.out, back=one.back, on_its_way=one.on_its_way
            ),
        }
        for one in run.manifests
    ]


def row_lines(found: FoundRun, names: dict[str, str], preferences: Preferences) -> list[Line]:
    """Every row, the newest first."""
    tones = {"in": "good", "missing": "bad"}
    return [
        {
            "dossier": one.dossier,
            "name": preferences.say(
                f"row_{one.direction}", department=names.get(one.department, one.department)
            ),
            "urgency": preferences.say(f"row_{one.state}"),
            "time": preferences.say("row_number", row=one.row),
            "tone": tones.get(one.state, "warn"),
        }
        for one in reversed(found.items)
    ]


def missing_lines(view: RunsView, preferences: Preferences) -> list[Line]:
    """What is to be looked for, longest missing first."""
    return [_missing(one, view, preferences) for one in view.missing]


def _missing(one: MissingDossier, view: RunsView, preferences: Preferences) -> Line:
    department = preferences.name_of(one.department_name)
    return {
        "dossier": one.dossier,
        "name": preferences.say(f"row_{one.direction}", department=department),
        "urgency": preferences.say("row_missing" if one.is_run_over else "row_late"),
        "time": short_moment(one.out_at, view.timezone),
        "tone": "bad",
    }
