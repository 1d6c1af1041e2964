"""What boards and panels show of dossiers: the day in figures, and those that are due soon."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from heapq import merge
from itertools import islice
from typing import NamedTuple

from hallctl.core.deadlines import nth_working_day
from hallctl.core.dossier_life import IN_PROCESS, DossierState
from hallctl.core.dossier_time import moment, to_the_minute, wall_clock
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.dossier_shelf import DossierTally
from hallctl.core.plan import Plan, Words
from hallctl.core.views import (
    DepartmentCounts,
    DossierCounts,
    DossiersDue,
    DueDossier,
    UncollectedDossier,
    Urgency,
)

SHOWN = 10
NOTHING = DossierTally()
LAST_MINUTE = time(23, 59)


class _Horizons(NamedTuple):
    """Due before ``now`` is overdue; by the others, within one and two working days."""

    today: date
    now: int
    one_day: int
    two_days: int


def dossier_counts(hall: Hall) -> DossierCounts:
    """The open day's dossiers, and how many stand where."""
    shelf = hall.dossiers
    today = shelf.today if shelf.day == hall.business_day else NOTHING
    return DossierCounts(
        received=today.received,
        finished_early=today.early,
        finished_on_time=today.on_time,
        finished_late=today.late,
        returned=today.returned,
        in_process=sum(shelf.by_state[state] for state in IN_PROCESS),
        awaiting_supplement=shelf.by_state[DossierState.AWAITING_SUPPLEMENT],
        not_collected=shelf.by_state[DossierState.FINISHED],
    )


def department_counts(hall: Hall, plan: Plan) -> tuple[DepartmentCounts, ...]:
    """The open day's dossiers by department, in the order of the plan."""
    if not plan.dossiers.agency:
        return ()
    shelf = hall.dossiers
    today = shelf.today_of if shelf.day == hall.business_day else {}
    names = {one.department: one.short_name or one.name for one in plan.departments}
    names |= {department: Words(department) for department in today if department not in names}
    return tuple(_of_department(one, name, today.get(one)) for one, name in names.items())


def _of_department(name: str, words: Words, tally: DossierTally | None) -> DepartmentCounts:
    today = tally or NOTHING
    return DepartmentCounts(
        department=name,
        name=words,
        received=today.received,
        finished_in_time=today.early + today.on_time,
        finished_late=today.late,
    )


def dossiers_due(hall: Hall, plan: Plan, services: Iterable[str], at: int) -> DossiersDue:
    """The dossiers of these services that are overdue, or due within one or two working days."""
    shelf = hall.dossiers
    services = tuple(services)
    lines = [line for one in services if (line := shelf.due.get(one))]
    ready = [some for one in services if (some := shelf.uncollected.get(one))]
    if not lines and not ready:
        return DossiersDue()
    horizons = _horizons(plan, at)
    overdue, one_day, two_days = (
        sum(bisect_left(line, (until, "")) for line in lines) for until in horizons[1:]
    )
    soonest = islice(merge(*lines), min(SHOWN, two_days))
    return DossiersDue(
        overdue=overdue,
        one_day=one_day - overdue,
        two_days=two_days - one_day,
        first=tuple(_due(hall, plan, name, horizons) for _, name in soonest),
        not_collected=sum(map(len, ready)),
        uncollected=tuple(
            _uncollected(shelf.every[name], plan, horizons) for name in _longest(hall, ready)
        ),
    )


def _longest(hall: Hall, ready: list[dict[str, None]]) -> Iterator[str]:
    """Those of several services that have waited longest; each service's are in order."""
    since = (
        (hall.dossiers.every[name].state_since, name)
        for line in ready
        for name in islice(line, SHOWN)
    )
    return (name for _, name in islice(sorted(since), SHOWN))


def _uncollected(dossier: Dossier, plan: Plan, horizons: _Horizons) -> UncollectedDossier:
    procedure = plan.dossiers.procedure_on(dossier.procedure, horizons.today)
    return UncollectedDossier(
        dossier=dossier.dossier,
        procedure=dossier.procedure,
        procedure_name=Words(procedure.name if procedure else dossier.procedure),
        finished_at=dossier.state_since,
    )


def _horizons(plan: Plan, at: int) -> _Horizons:
    """By the working days of the plan: on a Friday, Monday is one day off."""
    today = wall_clock(at, plan.timezone).date()
    ends = (nth_working_day(today, days, plan.dossiers.calendar) for days in (1, 2))
    # One past the last minute of the day, so that what is due in it lies before.
    one, two = (moment(datetime.combine(day, LAST_MINUTE), plan.timezone) + 1 for day in ends)
    return _Horizons(today, to_the_minute(at), one, two)


def _due(hall: Hall, plan: Plan, name: str, horizons: _Horizons) -> DueDossier:
    dossier = hall.dossiers.every[name]
    procedure = plan.dossiers.procedure_on(dossier.procedure, horizons.today)
    return DueDossier(
        dossier=name,
        procedure=dossier.procedure,
        procedure_name=Words(procedure.name if procedure else dossier.procedure),
        state=dossier.state,
        due_at=dossier.due_at,
        urgency=_urgency(dossier.due_at, horizons),
    )


def _urgency(due_at: int, horizons: _Horizons) -> Urgency:
    if due_at < horizons.now:
        return "overdue"
    return "one_day" if due_at < horizons.one_day else "two_days"
