"""What each fact about notices means for the ledger's tables, in its transaction."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute


def _owed(execute: Execute, event: events.NoticeOwed, _day: str) -> None:
    execute(
        "insert into notices"
        " (notice, dossier, day, kind, state, owed_at, tries, calls, next_try_at,"
        " appointment) values (?, ?, ?, ?, 'owed', ?, 0, 0, ?, ?)",
        (
            event.notice,
            event.dossier,
            event.day.isoformat(),
            event.kind,
            event.at,
            event.at,
            event.appointment or None,
        ),
    )


def _sent(execute: Execute, event: events.NoticeSent, _day: str) -> None:
    _try(execute, event, "sent")
    execute(
        "update notices set state = 'sent', channel = ?, tries = ?, next_try_at = null, done_at = ?"
        " where notice = ?",
        (event.channel, event.attempt, event.at, event.notice),
    )


def _failed(execute: Execute, event: events.NoticeFailed, _day: str) -> None:
    _try(execute, event, "failed", event.fault)
    execute(
        "update notices set tries = ?, next_try_at = ? where notice = ?",
        (event.attempt, event.next_try_at or None, event.notice),
    )


def _left_to_call(execute: Execute, event: events.NoticeLeftToCall, _day: str) -> None:
    execute(
        "update notices set state = 'to_call', why = ?, next_try_at = null where notice = ?",
        (event.why, event.notice),
    )


def _dropped(execute: Execute, event: events.NoticeDropped, _day: str) -> None:
    execute(
        "update notices set state = 'dropped', why = ?, next_try_at = null, done_at = ?"
        " where notice = ?",
        (event.why, event.at, event.notice),
    )


def _called(execute: Execute, event: events.NoticeCalled, _day: str) -> None:
    execute("update notices set calls = calls + 1 where notice = ?", (event.notice,))
    if event.reached:
        execute(
            "update notices set state = 'called', done_at = ? where notice = ?",
            (event.at, event.notice),
        )


def _try(
    execute: Execute,
    event: events.NoticeSent | events.NoticeFailed,
    outcome: str,
    fault: str | None = None,
) -> None:
    execute(
        "insert into notice_tries (notice, attempt, at, channel, outcome, fault)"
        " values (?, ?, ?, ?, ?, ?)",
        (event.notice, event.attempt, event.at, event.channel, outcome, fault),
    )


PROJECT_NOTICES: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.NoticeOwed: _owed,
    events.NoticeSent: _sent,
    events.NoticeFailed: _failed,
    events.NoticeLeftToCall: _left_to_call,
    events.NoticeDropped: _dropped,
    events.NoticeCalled: _called,
}
"""How each fact about notices is written into the ledger."""
