"""What each fact about a complaint means for its row in the ledger."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute


def _filed(execute: Execute, event: events.ComplaintFiled, _day: str) -> None:
    row = {
        "complaint": event.complaint,
        "day": event.day.isoformat(),
        "about": event.about,
        "channel": event.channel,
        "department": event.department,
        "counter": event.counter,
        "official": event.official,
        "visit": event.visit,
        "state": "filed",
        "filed_at": event.at,
        "decide_by": event.decide_by.isoformat(),
        "answer_by": event.answer_by.isoformat(),
    }
    marks = ", ".join("?" * len(row))
    execute(f"insert into complaints ({', '.join(row)}) values ({marks})", tuple(row.values()))  # noqa: S608 - our own names


def _forwarded(execute: Execute, event: events.ComplaintForwarded, _day: str) -> None:
    _decided(execute, event, "forwarded")
    _set(execute, event, department=event.department)


def _refused(execute: Execute, event: events.ComplaintRefused, _day: str) -> None:
    _decided(execute, event, "refused")


def _asked(execute: Execute, event: events.ComplainantAsked, _day: str) -> None:
    _decided(execute, event, "awaiting_more")


def _added(execute: Execute, event: events.ComplaintAdded, _day: str) -> None:
    _set(execute, event, state="forwarded", answer_by=event.answer_by.isoformat())


def _answered(execute: Execute, event: events.ComplaintAnswered, _day: str) -> None:
    _set(
        execute,
        event,
        state="answered",
        finding=event.finding,
        answered_at=event.at,
        answered_on=event.day.isoformat(),
        publish_by=event.publish_by.isoformat(),
    )


def _published(execute: Execute, event: events.AnswerPublished, _day: str) -> None:
    _set(
        execute,
        event,
        state="published",
        published_at=event.at,
        published_on=event.day.isoformat(),
    )


def _decided(execute: Execute, event: events.ComplaintEvent, state: str) -> None:
    _set(execute, event, state=state)
    execute(
        "update complaints set decided_at = ?, decided_on = ?"
        " where complaint = ? and decided_at is null",
        (event.at, event.day.isoformat(), event.complaint),
    )


def _set(execute: Execute, event: events.ComplaintEvent, **columns: str | int) -> None:
    names = ", ".join(f"{name} = ?" for name in columns)
    execute(
        f"update complaints set {names} where complaint = ?",  # noqa: S608 - our own names
        (*columns.values(), event.complaint),
    )


PROJECT_COMPLAINTS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.ComplaintFiled: _filed,
    events.ComplaintForwarded: _forwarded,
    events.ComplaintRefused: _refused,
    events.ComplainantAsked: _asked,
    events.ComplaintAdded: _added,
    events.ComplaintAnswered: _answered,
    events.AnswerPublished: _published,
}
