"""Facts change the shelf: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.dossier_life import DossierState, DossierStep
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier, DueDate, StepTaken
from hallctl.core.hall.dossier_shelf import AdoptedCalendar, Shelf
from hallctl.core.hall.sharing import shared, shared_papers, shared_rules


def _calendar_adopted(shelf: Shelf, event: events.CalendarAdopted) -> None:
    shelf.calendars[event.calendar] = AdoptedCalendar(event.timezone, event.hours)


def _received(shelf: Shelf, event: events.DossierReceived) -> None:
    term, rules = shared_rules(event.term, event.rules)
    shelf.turn_to(event.day)
    shelf.serials[event.agency] = event.serial
    dossier = Dossier(
        dossier=event.dossier,
        procedure=shared(event.procedure),
        department=shared(event.department),
        counted_for=shared(event.department),
        service=shared(event.service),
        complete_at=event.complete_at,
        due_at=event.due_at,
        due_day=event.due_day,
        last_day=event.last_day,
        term=term,
        rules=rules,
        calendar=shared(event.calendar),
        state_since=event.at,
        presented_at=event.presented_at,
        return_by=event.return_by,
        received_on=event.day,
        received_at=event.at,
        channel=event.channel,
        papers=shared_papers(event.papers),
    )
    shelf.add(dossier)
    shelf.count(dossier, "received")


def _forwarded(shelf: Shelf, event: events.DossierForwarded) -> None:
    department = shared(event.department)
    dossier = _move(shelf, event, DossierState.FORWARDED)
    dossier.department = department
    dossier.last_step = _taken(dossier, DossierStep.FORWARD, event, department=department)


def _taken_up(shelf: Shelf, event: events.DossierTakenUp) -> None:
    dossier = _move(shelf, event, DossierState.PROCESSING)
    dossier.last_step = _taken(dossier, DossierStep.TAKE_UP, event)


def _supplement_requested(shelf: Shelf, event: events.SupplementRequested) -> None:
    dossier = _move(shelf, event, DossierState.AWAITING_SUPPLEMENT)
    dossier.supplements = event.request
    dossier.last_step = _taken(
        dossier, DossierStep.REQUEST_SUPPLEMENT, event, reason=event.reason, needs=event.needs
    )


def _resumed(shelf: Shelf, event: events.DossierResumed) -> None:
    dossier = shelf.every[event.dossier]
    was = dossier.due
    dossier.due_at = event.due_at
    dossier.due_day = event.due_day
    dossier.last_day = event.last_day
    _move(shelf, event, DossierState.PROCESSING)
    dossier.last_step = _taken(dossier, DossierStep.RESUME, event, was=was)


def _finished(shelf: Shelf, event: events.DossierFinished) -> None:
    dossier = _move(shelf, event, DossierState.FINISHED)
    dossier.last_step = _taken(dossier, DossierStep.FINISH, event)
    shelf.count(dossier, event.punctuality)


def _returned(shelf: Shelf, event: events.DossierReturned) -> None:
    dossier = _move(shelf, event, DossierState.RETURNED)
    dossier.last_step = _taken(dossier, DossierStep.RETURN, event)
    shelf.count(dossier, "returned")


def _refused(shelf: Shelf, event: events.DossierRefused) -> None:
    dossier = _move(shelf, event, DossierState.REFUSED)
    dossier.last_step = _taken(dossier, DossierStep.REFUSE, event, reason=event.reason)
    shelf.count(dossier, "refused")


def _withdrawn(shelf: Shelf, event: events.DossierWithdrawn) -> None:
    dossier = _move(shelf, event, DossierState.WITHDRAWN)
    dossier.last_step = _taken(dossier, DossierStep.WITHDRAW, event)
    shelf.count(dossier, "withdrawn")


def _stopped(shelf: Shelf, event: events.DossierStopped) -> None:
    dossier = _move(shelf, event, DossierState.STOPPED)
    dossier.last_step = _taken(dossier, DossierStep.STOP, event, reason=event.reason)
    shelf.count(dossier, "stopped")


def _reappointed(shelf: Shelf, event: events.DossierReappointed) -> None:
    shelf.turn_to(event.day)
    dossier = shelf.every[event.dossier]
    dossier.is_reappointed = True
    dossier.was_due_at = event.was_due_at
    dossier.last_step = _taken(
        dossier, DossierStep.REAPPOINT, event, reason=event.reason, was=dossier.due
    )
    shelf.reappoint(dossier, event.due_at, event.due_day)


COUNTED_AS = {
    DossierStep.RETURN: "returned",
    DossierStep.REFUSE: "refused",
    DossierStep.WITHDRAW: "withdrawn",
    DossierStep.STOP: "stopped",
}
"""What a step adds to the sums of its day; finishing adds to one of three."""


def _struck(shelf: Shelf, event: events.DossierStruck) -> None:
    dossier = _move(shelf, event, DossierState.STRUCK)
    dossier.last_step = _taken(dossier, DossierStep.STRIKE, event, reason=event.reason)
    if event.received_on == event.day:
        shelf.count(dossier, "received", -1)


def _step_undone(shelf: Shelf, event: events.DossierStepUndone) -> None:
    shelf.turn_to(event.day)
    dossier = shelf.every[event.dossier]
    counted = event.punctuality or COUNTED_AS.get(event.step)
    if counted and event.taken_on == event.day:
        shelf.count(dossier, counted, -1)
    due = DueDate(event.due_at, event.due_day, event.last_day)
    shelf.put_back(dossier, event.state, event.state_since, due)
    dossier.department = shared(event.department)
    dossier.supplements = event.supplements
    if event.step is DossierStep.REAPPOINT:
        dossier.is_reappointed, dossier.was_due_at = False, 0
    dossier.last_step = dossier.last_step.before if dossier.last_step else None


def _taken(
    dossier: Dossier, step: DossierStep, event: events.DossierEvent, **more: Any
) -> StepTaken:
    return StepTaken(step, event.happened_at, dossier.last_step, day=event.day, **more)


def _move(shelf: Shelf, event: events.DossierEvent, state: DossierState) -> Dossier:
    shelf.turn_to(event.day)
    dossier = shelf.every[event.dossier]
    shelf.move(dossier, state, event.happened_at)
    return dossier


_MEANS: dict[type[events.Event], Callable[[Shelf, Any], None]] = {
    events.CalendarAdopted: _calendar_adopted,
    events.DossierReceived: _received,
    events.DossierForwarded: _forwarded,
    events.DossierTakenUp: _taken_up,
    events.SupplementRequested: _supplement_requested,
    events.DossierResumed: _resumed,
    events.DossierFinished: _finished,
    events.DossierReturned: _returned,
    events.DossierRefused: _refused,
    events.DossierWithdrawn: _withdrawn,
    events.DossierStopped: _stopped,
    events.DossierReappointed: _reappointed,
    events.DossierStruck: _struck,
    events.DossierStepUndone: _step_undone,
}


def _on_the_shelf(means: Callable[[Shelf, Any], None]) -> Callable[[Hall, Any], None]:
    def apply(hall: Hall, event: events.Event) -> None:
        means(hall.dossiers, event)

    return apply


APPLY_TO_DOSSIERS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    kind: _on_the_shelf(means) for kind, means in _MEANS.items()
}
"""How each fact about dossiers changes a hall."""
