"""Facts change the book of notices: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall
from hallctl.core.hall.notice_book import Notice, NoticeState


def _owed(hall: Hall, event: events.NoticeOwed) -> None:
    hall.office.notices.open[event.notice] = Notice(
        notice=event.notice,
        dossier=event.dossier,
        kind=event.kind,
        owed_at=event.at,
        next_try_at=event.at,
        appointment=event.appointment,
    )


def _sent(hall: Hall, event: events.NoticeSent) -> None:
    del hall.office.notices.open[event.notice]


def _dropped(hall: Hall, event: events.NoticeDropped) -> None:
    del hall.office.notices.open[event.notice]
    appointment = hall.appointments.every.get(event.appointment)
    if appointment is not None:
        appointment.untold = event.why


def _failed(hall: Hall, event: events.NoticeFailed) -> None:
    notice = hall.office.notices.open[event.notice]
    notice.attempts = event.attempt
    notice.next_try_at = event.next_try_at


def _left_to_call(hall: Hall, event: events.NoticeLeftToCall) -> None:
    notice = hall.office.notices.open[event.notice]
    notice.state = NoticeState.TO_CALL
    notice.why = event.why


def _called(hall: Hall, event: events.NoticeCalled) -> None:
    if event.reached:
        del hall.office.notices.open[event.notice]


APPLY_TO_NOTICES: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.NoticeOwed: _owed,
    events.NoticeSent: _sent,
    events.NoticeFailed: _failed,
    events.NoticeLeftToCall: _left_to_call,
    events.NoticeDropped: _dropped,
    events.NoticeCalled: _called,
}
"""How each fact about notices changes a hall."""
