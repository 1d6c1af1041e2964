"""A notice is owed when something happens to a dossier; then it is sent, told, or dropped."""

from collections.abc import Iterable

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.dossier_guards import act_of, dossier_day
from hallctl.core.hall import Hall
from hallctl.core.notice_book import Notice, NoticeState
from hallctl.core.refusals import Refusal, Refused

TOLD: dict[type[events.Event], str] = {
    events.DossierFinished: "finished",
    events.SupplementRequested: "supplement",
    events.DossierReappointed: "reappointed",
    events.DossierRefused: "refused",
    events.DossierStopped: "stopped",
}


def notices_owed(hall: Hall, facts: Iterable[events.Event], by: Circumstances) -> Facts:
    """What these facts make the hall owe, by its settings."""
    if not by.plan.telling.when:
        return
    for fact in facts:
        kind = TOLD.get(type(fact))
        if kind in by.plan.telling.when and isinstance(fact, events.DossierEvent):
            yield events.NoticeOwed(
                at=by.at,
                notice=f"{fact.dossier}-{kind}-{hall.journal_number + 1}",
                dossier=fact.dossier,
                day=fact.day,
                kind=kind,
            )


def confirm_notice(hall: Hall, wish: commands.ConfirmNotice, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.OWED)
    yield events.NoticeSent(
        at=by.at,
        notice=notice.notice,
        dossier=notice.dossier,
        day=dossier_day(hall, by),
        channel=wish.channel,
        attempt=notice.attempts + 1,
    )


def report_notice(hall: Hall, wish: commands.ReportNotice, by: Circumstances) -> Facts:
    notice, day = _notice(hall, wish.notice, NoticeState.OWED), dossier_day(hall, by)
    attempt = notice.attempts + 1
    next_try_at = 0 if wish.hopeless else by.plan.telling.next_try_at(attempt, by.at)
    yield events.NoticeFailed(
        at=by.at,
        notice=notice.notice,
        dossier=notice.dossier,
        day=day,
        channel=wish.channel,
        attempt=attempt,
        fault=wish.fault,
        next_try_at=next_try_at,
    )
    if not next_try_at:
        yield events.NoticeLeftToCall(
            at=by.at, notice=notice.notice, dossier=notice.dossier, day=day, why="gave_up"
        )


def leave_to_call(hall: Hall, wish: commands.LeaveToCall, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.OWED)
    yield events.NoticeLeftToCall(
        at=by.at,
        notice=notice.notice,
        dossier=notice.dossier,
        day=dossier_day(hall, by),
        why=wish.why,
    )


def drop_notice(hall: Hall, wish: commands.DropNotice, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice)
    yield events.NoticeDropped(
        at=by.at,
        notice=notice.notice,
        dossier=notice.dossier,
        day=dossier_day(hall, by),
        why=wish.why,
    )


def note_call(hall: Hall, wish: commands.NoteCall, by: Circumstances) -> Facts:
    notice = _notice(hall, wish.notice, NoticeState.TO_CALL)
    act = act_of(hall, notice.dossier, wish.counter, by)
    yield events.NoticeCalled(**act, notice=notice.notice, reached=wish.reached)


def _notice(hall: Hall, name: str, state: NoticeState | None = None) -> Notice:
    notice = hall.office.notices.open.get(name)
    if notice is None:
        raise Refused(Refusal.UNKNOWN_NOTICE, notice=name)
    if state is not None and notice.state is not state:
        raise Refused(Refusal.NOTICE_NOT_ALLOWED, notice=name, state=notice.state)
    return notice
