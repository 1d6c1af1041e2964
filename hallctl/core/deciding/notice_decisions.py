"""A notice is owed when something happens to a dossier; then it is sent, told, or dropped."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.events.appointment_events import AppointmentFact
from hallctl.core.guards.dossier_guards import act_of, dossier_day
from hallctl.core.hall import Hall
from hallctl.core.hall.notice_book import Notice, NoticeState
from hallctl.core.refusals import Refusal, Refused

TOLD: dict[type[events.Event], str] = {
    events.DossierFinished: "finished",
    events.SupplementRequested: "supplement",
    events.DossierReappointed: "reappointed",
    events.DossierRefused: "refused",
    events.DossierStopped: "stopped",
}

TOLD_OF: dict[type[events.Event], str] = {
    events.AppointmentBooked: "booked",
    events.AppointmentMoved: "moved",
    events.AppointmentCancelled: "cancelled",
    events.AppointmentReminded: "reminder",
}
"""Of what a citizen with an appointment and an e-mail address is told."""


def notices_owed(hall: Hall, facts: Iterable[events.Event], by: Circumstances) -> Facts:
    """What these facts make the hall owe: by its settings, and to whoever has an appointment."""
    for fact in facts:
        if isinstance(fact, AppointmentFact) and _is_told(hall, fact):
            yield events.NoticeOwed(
                at=by.at,
                notice=f"{fact.appointment}-{TOLD_OF[type(fact)]}-{hall.journal_number + 1}",
                dossier="",
                day=dossier_day(hall, by),
                kind=TOLD_OF[type(fact)],
                appointment=fact.appointment,
            )
        kind = TOLD.get(type(fact))
        if kind in by.plan.telling.when and isinstance(fact, events.DossierEvent):
            yield events.NoticeOwed(
                at=by.at,
                notice=f"{fact.dossier}-{kind}-{hall.journal_number + 1}",
                dossier=fact.dossier,
                day=fact.day,
                kind=kind,
            )


class _Of(TypedDict):
    """What every fact about a notice begins with."""

    at: int
    notice: str
    dossier: str
    day: date
    appointment: str


def _is_told(hall: Hall, fact: AppointmentFact) -> bool:
    if type(fact) not in TOLD_OF:
        return False
    if isinstance(fact, events.AppointmentBooked):
        return fact.told
    known = hall.appointments.every.get(fact.appointment)
    return known is not None and known.told


def confirm_notice(hall: Hall, wish: commands.ConfirmNotice, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.OWED)
    attempt = notice.attempts + 1
    yield events.NoticeSent(**_of(notice, hall, by), channel=wish.channel, attempt=attempt)


def report_notice(hall: Hall, wish: commands.ReportNotice, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.OWED)
    attempt = notice.attempts + 1
    next_try_at = 0 if wish.hopeless else by.plan.telling.next_try_at(attempt, by.at)
    yield events.NoticeFailed(
        **_of(notice, hall, by),
        channel=wish.channel,
        attempt=attempt,
        fault=wish.fault,
        next_try_at=next_try_at,
    )
    if not next_try_at and notice.appointment:  # nobody calls after an appointment
        yield events.NoticeDropped(**_of(notice, hall, by), why="gave_up")
    elif not next_try_at:
        yield events.NoticeLeftToCall(**_of(notice, hall, by), why="gave_up")


def leave_to_call(hall: Hall, wish: commands.LeaveToCall, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.OWED)
    yield events.NoticeLeftToCall(**_of(notice, hall, by), why=wish.why)


def drop_notice(hall: Hall, wish: commands.DropNotice, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice)
    yield events.NoticeDropped(**_of(notice, hall, by), why=wish.why)


def note_call(hall: Hall, wish: commands.NoteCall, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.TO_CALL)
    act = act_of(hall, notice.dossier, wish.counter, by)
    yield events.NoticeCalled(**act, notice=notice.notice, reached=wish.reached)


def _of(notice: Notice, hall: Hall, by: Circumstances) -> _Of:
    return _Of(
        at=by.at,
        notice=notice.notice,
        dossier=notice.dossier,
        day=dossier_day(hall, by),
        appointment=notice.appointment,
    )


def _notice(hall: Hall, name: str, state: NoticeState | None = None) -> Notice:
    notice = hall.office.notices.open.get(name)
    if notice is None:
        raise Refused(Refusal.UNKNOWN_NOTICE, notice=name)
    if state is not None and notice.state is not state:
        raise Refused(Refusal.NOTICE_NOT_ALLOWED, notice=name, state=notice.state)
    return notice
