"""Which dossiers a period is about, as SQL: found by the days of their steps, never by reading them all.

Every set asks for days and moments (ms) that :func:`asked_of` gives. An undone step never was; a dossier that was struck counts nowhere.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.ledger.dossier_counts import Period
from hallctl.reports.orders import Sources
from hallctl.reports.periods import ONE_DAY

ENDED = "('finish', 'return', 'refuse', 'withdraw', 'stop')"

_STANDING = "s.dossier = d.dossier and s.undone_at is null and s.step not in ('undo', 'strike')"
_STEP = (
    f"(select s.step from dossier_steps s where {_STANDING} and s.day {{}}"  # noqa: S608 - our own names
    " order by s.rowid desc limit 1)"
)
_DUE = (
    f"(select s.due_at from dossier_steps s where {_STANDING} and s.due_at is not null"  # noqa: S608 - our own names
    " and s.day {} order by s.rowid desc limit 1)"
)
_IN_THE_PERIOD = "s.undone_at is null and s.day between :first and :last"


def _stood(compared: str, left: str) -> str:
    """Each with the step it stood at, ``step_then``, and when it was due by then, ``due_then``."""
    everything = (
        f"select d.*, d.rowid as kept_at, {_STEP.format(compared)} as step_then,"  # noqa: S608 - our own names
        f" {_DUE.format(compared)} as due_then from dossiers d where d.day {compared}"
        " and d.state != 'struck'"
        f" and (d.left_on is null or d.left_on {left})"
    )
    return f"select * from ({everything}) where step_then not in {ENDED}"  # noqa: S608 - our own names


STOOD_AT_THE_END = _stood("<= :last", "> :last")
"""Not ended when the period was over: the clock ran, or a supplement was waited for."""
STOOD_BEFORE = _stood("< :first", ">= :first")
"""The same when it began: what was carried over into it."""
RUNNING = f"select * from ({STOOD_AT_THE_END}) where step_then != 'request_supplement'"  # noqa: S608 - our own names

FINISHED_STEPS = (
    "s.step = 'finish' and s.counted in ('early', 'on_time', 'late') and s.undone_at is null"
)
IN_THE_SET = (
    f"select * from (select dossier from ({RUNNING})"  # noqa: S608 - our own names
    " union select s.dossier from dossier_steps s"
    f" where {FINISHED_STEPS} and s.day between :first and :last)"
)
"""Finished in the period, or running at its end: what the national set counts."""
_LATE = (
    "select s.dossier from dossier_steps s"  # noqa: S608 - our own names
    f" where s.step = 'finish' and s.counted = 'late' and {_IN_THE_PERIOD}"
)
_TWICE = (
    "select s.dossier from dossier_steps s"  # noqa: S608 - our own names
    f" where s.step = 'request_supplement' and s.counted is null and {_IN_THE_PERIOD}"
    " group by s.dossier having count(*) > 1"
)
_FINISHED_IN_TIME = (
    "select 1 from dossier_steps s where s.dossier = t.dossier"  # noqa: S608 - our own names
    f" and s.step = 'finish' and s.counted != 'late' and {_IN_THE_PERIOD}"
)
SHORT = (
    f"with running as ({RUNNING}) {_LATE}"  # noqa: S608 - our own names
    " union select dossier from running where due_then < :end"
    f" union select dossier from ({_TWICE}) t where exists ({_FINISHED_IN_TIME})"
    " or dossier in (select dossier from running)"
)
"""Those of the set (finished in the period, or running at its end) that were late, are overdue, or
were asked for a second supplement."""

DISLIKED = (
    "select d.dossier from tickets t cross join dossiers d on d.visit = t.ticket"
    " where min(t.result, t.attitude) <= 2"
    " and t.business_day between date(:first, '-7 days') and :last"
    " and d.day between :first and :last"
    " union select d.dossier from complaints c cross join dossiers d on d.visit = c.visit"
    " where c.visit != '' and d.day between :first and :last"
)
"""Received in the period at a visit that was disliked, or that somebody complained about."""
BESIDE = f"select * from ({DISLIKED}) except {IN_THE_SET}"  # noqa: S608 - our own names
"""Of these, whoever is not in the set by itself."""
DISPLEASED = f"select * from ({SHORT}) union {DISLIKED}"  # noqa: S608 - our own names
"""Those that fell short of satisfaction: short, or disliked."""


def asked_of(period: Period, sources: Sources) -> dict[str, str | int]:
    """What the sets ask for; a period that is not over ends now."""
    first, last = period
    zone = ZoneInfo(sources.plan.timezone)
    midnight = datetime.combine(last + ONE_DAY, datetime.min.time(), zone)
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "end": min(round(midnight.timestamp() * 1000), sources.now.at),
    }
