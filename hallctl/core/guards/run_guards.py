"""What decisions about courier runs ask before they grant: each answers with the thing or refuses."""

from hallctl.core.circumstances import Circumstances
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.run_book import ItemState, Run, RunItem
from hallctl.core.refusals import Refusal, Refused


def known_run(hall: Hall, name: str) -> Run:
    """The run of that name, of today or one that something is missing from."""
    run = hall.runs.every.get(name)
    if run is None:
        raise Refused(Refusal.UNKNOWN_RUN, run=name)
    return run


def open_run(hall: Hall, name: str | None) -> Run:
    """The run named, or the one opened last, if it still takes dossiers."""
    run = known_run(hall, name) if name is not None else hall.runs.newest_open()
    if run is None:
        raise Refused(Refusal.NO_RUN_OPEN)
    if not run.is_open:
        raise Refused(Refusal.RUN_CLOSED, run=run.run)
    return run


def on_no_run(hall: Hall, dossier: Dossier, run: Run) -> None:
    """Refuse what is on its way already, or missing."""
    found = hall.runs.carrying(dossier.dossier)
    if found is None:
        return
    other, item = found
    if item.state is ItemState.MISSING:
        raise Refused(Refusal.DOSSIER_MISSING, dossier=dossier.dossier, run=other.run)
    if other is run:
        raise Refused(Refusal.ALREADY_SCANNED_OUT, dossier=dossier.dossier, run=other.run)
    raise Refused(Refusal.ON_ANOTHER_RUN, dossier=dossier.dossier, run=other.run)


def away(dossier: Dossier) -> None:
    """Refuse to bring back what has not been with a department, or is with the citizen."""
    if dossier.state in {DossierState.RECEIVED, DossierState.RETURNED}:
        raise Refused(
            Refusal.DOSSIER_NOT_ALLOWED,
            dossier=dossier.dossier,
            state=dossier.state,
            step="bring_back",
        )


def known_department(department: str | None, by: Circumstances) -> None:
    """Refuse a department that the plan does not name; none is as good as a known one."""
    known = {one.department for one in by.plan.departments}
    if department is not None and department not in known:
        raise Refused(Refusal.UNKNOWN_DEPARTMENT, department=department)


def expected_item(hall: Hall, dossier: Dossier, name: str | None) -> tuple[Run, RunItem] | None:
    """The row to scan in, or None for what no manifest names.

    Raises :class:`Refused` when it is on another run than the one named.
    """
    if name is not None:
        known_run(hall, name)
    found = hall.runs.carrying(dossier.dossier)
    if found is not None and name not in {None, found[0].run}:
        raise Refused(Refusal.ON_ANOTHER_RUN, dossier=dossier.dossier, run=found[0].run)
    return found


def not_here_already(hall: Hall, dossier: Dossier, place: str) -> None:
    """Refuse what was scanned in at that place and not handed to anybody since."""
    last = hall.runs.last_row(dossier.dossier)
    if last is None or last[1].place != place:
        return
    run, item = last
    if dossier.state is not DossierState.FORWARDED or dossier.state_since <= item.since:
        raise Refused(Refusal.ALREADY_SCANNED_IN, dossier=dossier.dossier, run=run.run)
