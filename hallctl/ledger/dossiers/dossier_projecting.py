"""What each fact about a dossier means for the ledger's tables, in its transaction.

A dossier is overdue from the end of its due day on, while its clock runs. So when the clock begins
to run, one is written to the day on which that would come true, and when it ends, one is taken
away: on the same day if it never came true, else today.
"""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.ledger.dossiers.dossier_contributions import Contributions, Step, contributions
from hallctl.ledger.dossiers.dossier_schema import KEYS, SUMMED, WHOLE
from hallctl.ledger.visits.noting_corrections import note_correction
from hallctl.ledger.visits.visit_summing import sum_visit_again

Execute = Callable[..., Any]
_KEYS = ", ".join(KEYS)


def _received(execute: Execute, event: events.DossierReceived, _day: str) -> None:
    row = _row(event)
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    execute(
        f"insert into dossiers ({columns}) values ({places})",  # noqa: S608 - our own column names
        tuple(row.values()),
    )
    is_online = event.channel == "online"
    came = {"counted": "online"} if is_online else {}
    _note(execute, event, "receive", department=event.department, **_due(event), **came)
    _sum(execute, event, "received")
    if is_online:
        _sum(execute, event, "received_online")
    _clock_runs(execute, event)
    if event.visit:
        sum_visit_again(execute, event.visit)


def _row(event: events.DossierReceived) -> dict[str, str | int]:
    """The dossier as it is when it comes in, by the table's columns."""
    return {
        "dossier": event.dossier,
        "agency": event.agency,
        "day": event.day.isoformat(),
        "serial": event.serial,
        "procedure": event.procedure,
        "department": event.department,
        "field": event.field,
        "service": event.service,
        "channel": event.channel,
        "return_by": event.return_by,
        "counter": event.counter,
        "official": event.official,
        "visit": event.visit,
        "state": "received",
        "presented_at": event.presented_at,
        "complete_at": event.complete_at,
        "due_at": event.due_at,
        "due_day": event.due_day.isoformat(),
        "running_since": event.day.isoformat(),
        "supplements": 0,
    }


def _forwarded(execute: Execute, event: events.DossierForwarded, _day: str) -> None:
    _set(execute, event, state="forwarded")
    _note(execute, event, "forward", department=event.department)


def _taken_up(execute: Execute, event: events.DossierTakenUp, _day: str) -> None:
    _set(execute, event, state="processing")
    _note(execute, event, "take_up")


def _supplement_requested(execute: Execute, event: events.SupplementRequested, _day: str) -> None:
    _clock_ends(execute, event)
    _set(execute, event, state="awaiting_supplement", supplements=event.request)
    needs = "\n".join(event.needs) or None
    again = "again" if event.request > 1 else None
    _note(execute, event, "request_supplement", reason=event.reason, needs=needs, counted=again)
    _sum(execute, event, "awaiting_supplement")
    if event.request == 2:
        _sum(execute, event, "twice_supplemented")


def _resumed(execute: Execute, event: events.DossierResumed, _day: str) -> None:
    due_day = event.due_day.isoformat()
    since = event.day.isoformat()
    _set(execute, event, due_at=event.due_at, due_day=due_day, running_since=since)
    _set(execute, event, state="processing")
    _note(execute, event, "resume", **_due(event))
    _sum(execute, event, "awaiting_supplement", -1)
    _clock_runs(execute, event)


def _finished(execute: Execute, event: events.DossierFinished, _day: str) -> None:
    _clock_ends(execute, event)
    _set(execute, event, state="finished", left_on=event.day.isoformat())
    _set(execute, event, finished_at=event.happened_at, punctuality=event.punctuality)
    _note(execute, event, "finish", counted=event.punctuality)
    _sum(execute, event, f"finished_{event.punctuality}")
    took = contributions(_standing_steps(execute, event)).sums["took_ms", event.day.isoformat()]
    _sum(execute, event, "took_ms", took)


def _returned(execute: Execute, event: events.DossierReturned, _day: str) -> None:
    _set(execute, event, state="returned", returned_at=event.happened_at)
    _note(execute, event, "return")
    _sum(execute, event, "returned")


def _refused(execute: Execute, event: events.DossierRefused, _day: str) -> None:
    _end(execute, event, "refused")
    _note(execute, event, "refuse", reason=event.reason)


def _withdrawn(execute: Execute, event: events.DossierWithdrawn, _day: str) -> None:
    _end(execute, event, "withdrawn")
    _note(execute, event, "withdraw")


def _stopped(execute: Execute, event: events.DossierStopped, _day: str) -> None:
    _end(execute, event, "stopped")
    _note(execute, event, "stop", reason=event.reason)


def _reappointed(execute: Execute, event: events.DossierReappointed, _day: str) -> None:
    _clock_ends(execute, event)
    _set(execute, event, due_at=event.due_at, due_day=event.due_day.isoformat())
    _set(execute, event, reappointed_at=event.happened_at, running_since=event.day.isoformat())
    _note(execute, event, "reappoint", reason=event.reason, **_due(event))
    _clock_runs(execute, event)


def _end(execute: Execute, event: events.DossierEvent, state: str) -> None:
    """A dossier leaves without a result, from its clock or from waiting for a supplement."""
    if _is_waiting(execute, event):
        _sum(execute, event, "awaiting_supplement", -1)
    _clock_ends(execute, event)
    _set(execute, event, state=state, ended_at=event.happened_at, left_on=event.day.isoformat())
    _sum(execute, event, state)


def _is_waiting(execute: Execute, event: events.DossierEvent) -> bool:
    row = execute("select state from dossiers where dossier = ?", (event.dossier,)).fetchone()
    return bool(row == ("awaiting_supplement",))


def _clock_runs(execute: Execute, event: events.DossierEvent) -> None:
    _overdue(execute, event, 1)


def _clock_ends(execute: Execute, event: events.DossierEvent) -> None:
    _overdue(execute, event, -1)
    _set(execute, event, running_since=None)


def _overdue(execute: Execute, event: events.DossierEvent, change: int) -> None:
    when = (event.day.isoformat(), event.dossier)
    row = execute(
        "select max(?, running_since, due_day) from dossiers"
        " where dossier = ? and running_since is not null",
        when,
    ).fetchone()
    if row:
        _add(execute, "overdue", row[0], change, event.dossier)


def _sum(execute: Execute, event: events.DossierEvent, column: str, change: int = 1) -> None:
    _add(execute, column, event.day.isoformat(), change, event.dossier)


def _add(execute: Execute, column: str, day: str, change: int, dossier: str) -> None:
    for statement in _ADDING[column]:
        execute(statement, (dossier, day, change))


def _adding(column: str) -> tuple[str, ...]:
    """Add to the sums of the dossier's combination of keys, and of each key alone, by days and by months."""
    grows = f"{column} = {column} + excluded.{column}"
    together = f"""
insert into dossier_days (day, {_KEYS}, {column})
select ?2, {_KEYS}, ?3 from dossiers where dossier = ?1
on conflict (day, {_KEYS}) do update set {grows}
"""  # noqa: S608 - our own column names
    days, months = (_alone(column, *one) for one in _ALONE)
    return together, days, months


_ALONE = (("dossier_sums", "day", "?2"), ("dossier_months", "month", "substr(?2, 1, 7)"))


def _alone(column: str, table: str, span: str, when: str) -> str:
    return f"""
with d as (select {_KEYS}, procedure from dossiers where dossier = ?1)
insert into {table} (dimension, value, {span}, {column})
select *, {when}, ?3 from (
    select 'department', department from d union all select 'field', field from d
    union all select 'official', official from d union all select 'channel', channel from d
    union all select 'procedure', procedure from d
    union all select '{WHOLE}', '' from d
) where true on conflict (dimension, {span}, value) do update set {column} = {column} + excluded.{column}
"""  # noqa: S608 - our own column names


_ADDING = {column: _adding(column) for column in SUMMED}


def _set(execute: Execute, event: events.DossierEvent, **changed: str | int | None) -> None:
    columns = ", ".join(f"{column} = ?" for column in changed)
    execute(
        f"update dossiers set {columns} where dossier = ?",  # noqa: S608 - our own column names
        (*changed.values(), event.dossier),
    )


def _note(
    execute: Execute, event: events.DossierEvent, step: str, **more: str | int | None
) -> None:
    execute(
        "insert into dossier_steps"
        " (dossier, step, at, day, department, counter, official, reason, needs, due_at, due_day,"
        " counted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.dossier,
            step,
            event.happened_at,
            event.day.isoformat(),
            more.get("department"),
            event.counter,
            event.official,
            more.get("reason"),
            more.get("needs"),
            more.get("due_at"),
            more.get("due_day"),
            more.get("counted"),
        ),
    )


def _due(
    event: events.DossierReceived | events.DossierResumed | events.DossierReappointed,
) -> dict[str, str | int]:
    return {"due_at": event.due_at, "due_day": event.due_day.isoformat()}


def _struck(execute: Execute, event: events.DossierStruck, _day: str) -> None:
    """Takes back all that the dossier has added to any day."""
    steps = _standing_steps(execute, event)
    _change(execute, event, contributions(steps), contributions(()))
    _set(execute, event, state="struck", ended_at=event.happened_at, running_since=None)
    _note(execute, event, "strike", reason=event.reason)
    note_correction(execute, event, "struck_dossier", event.received_on.isoformat())


def _step_undone(execute: Execute, event: events.DossierStepUndone, _day: str) -> None:
    """Takes back what the step has added to its days, and what it wrote into the dossier."""
    steps = _standing_steps(execute, event)
    before, after = contributions(steps), contributions(steps[:-1])
    _change(execute, event, before, after)
    execute("update dossier_steps set undone_at = ? where rowid = ?", (event.at, steps[-1].rowid))
    _set(execute, event, state=event.state, supplements=event.supplements)
    _set(execute, event, due_at=event.due_at, due_day=event.due_day.isoformat())
    _set(execute, event, running_since=after.running_since, **_UNDONE.get(event.step, {}))
    _note(execute, event, "undo", reason=event.reason)
    note_correction(execute, event, "undone_step", event.taken_on.isoformat())


def _change(
    execute: Execute, event: events.DossierEvent, before: Contributions, after: Contributions
) -> None:
    for column, day in sorted(before.sums.keys() | after.sums.keys()):
        change = after.sums[column, day] - before.sums[column, day]
        if change:
            _add(execute, column, day, change, event.dossier)


def _standing_steps(execute: Execute, event: events.DossierEvent) -> list[Step]:
    rows = execute(_STANDING, (event.dossier,))
    return [Step(*row) for row in rows]


_STANDING = """
select s.rowid, step, s.day, s.due_day, counted, iif(step = 'receive', complete_at, at)
from dossier_steps s join dossiers using (dossier)
where dossier = ? and undone_at is null and step not in ('undo', 'strike') order by s.rowid
"""
"""The steps of a dossier that count, as :class:`Step` has them."""
_ENDED: dict[str, None] = {"ended_at": None, "left_on": None}
_UNDONE: dict[str, dict[str, None]] = {
    "finish": {"finished_at": None, "punctuality": None, "left_on": None},
    "return": {"returned_at": None},
    "refuse": _ENDED,
    "withdraw": _ENDED,
    "stop": _ENDED,
    "reappoint": {"reappointed_at": None},
}
"""What a step had written into its dossier's row."""


def _nothing(_execute: Execute, _event: events.Event, _day: str) -> None:
    """Dossiers carry what they need of their calendar."""


PROJECT_DOSSIERS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.CalendarAdopted: _nothing,
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
"""How each fact about dossiers is written into the ledger."""
