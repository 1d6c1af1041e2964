"""Which dossiers a period is about, as SQL: found by the days of their steps, never by reading them all.

A set asks for days and moments (ms) that :func:`asked_of` gives. An undone step never was; a dossier that was
struck counts nowhere.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.ledger.dossiers.dossier_schema import LONG_UNDER_WAY, UNDER_WAY_DAYS
from hallctl.ledger.period import Period
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
_DAYS = f"'-{UNDER_WAY_DAYS} days'"


def _stood(on: str) -> str:
    """Each with the step it stood at when that day ended, ``step_then``, and when it was due by then, ``due_then``.

    Found among those that have not left, those received not long before, and those that took long.
    """
    found = (
        "select rowid from dossiers indexed by dossiers_not_left"  # noqa: S608 - our own names
        f" where left_on is null and day <= {on}"
        f" union all select rowid from dossiers where day between date({on}, {_DAYS}) and {on}"
        f" and left_on > {on}"
        f" union all select rowid from dossiers where {LONG_UNDER_WAY} and day <= {on}"
        f" and left_on > {on}"
    )
    everything = (
        f"with stood as materialized (select d.*, d.rowid as kept_at, {_STEP.format(f'<= {on}')} as step_then,"  # noqa: S608 - our own names
        f" {_DUE.format(f'<= {on}')} as due_then from dossiers d where d.rowid in ({found})"
        " and d.state != 'struck')"
    )
    return f"{everything} select * from stood where step_then not in {ENDED}"  # noqa: S608 - our own names


STOOD_AT_THE_END = _stood(":last")
"""Not ended when the period was over: the clock ran, or a supplement was waited for."""
STOOD_BEFORE = _stood("date(:first, '-1 day')")
"""The same when it began: what was carried over into it."""
RUNNING = f"select * from ({STOOD_AT_THE_END}) where step_then != 'request_supplement'"  # noqa: S608 - our own names

FINISHED_STEPS = (
    "s.step = 'finish' and s.counted in ('early', 'on_time', 'late') and s.undone_at is null"
)
TWICE = (
    "select s.dossier from dossier_steps s"  # noqa: S608 - our own names
    f" where s.step = 'request_supplement' and s.counted = 'again' and {_IN_THE_PERIOD}"
    " and exists (select 1 from dossier_steps e where e.dossier = s.dossier"
    " and e.step = 'request_supplement' and e.undone_at is null and e.rowid < s.rowid"
    " and e.day >= :first)"
)
"""Asked for a second supplement, and for the one before it, in the period."""

DISLIKED = (
    "select d.dossier from tickets t cross join dossiers d on d.visit = t.ticket"
    " where min(t.result, t.attitude) <= 2"
    " and t.business_day between date(:first, '-7 days') and :last"
    " and d.day between :first and :last"
    " union select d.dossier from complaints c cross join dossiers d on d.visit = c.visit"
    " where c.visit != '' and d.day between :first and :last"
)
"""Received in the period at a visit that was disliked, or that somebody complained about."""
IS_DISLIKED = (
    "d.day between :first and :last and (exists (select 1 from tickets t where t.ticket = d.visit"
    " and min(t.result, t.attitude) <= 2"
    " and t.business_day between date(:first, '-7 days') and :last)"
    " or exists (select 1 from complaints c where c.visit = d.visit and c.visit != ''))"
)
"""Whether ``d`` is one of these."""
HOW_FINISHED = "iif(d.left_on between :first and :last, d.punctuality, null)"
"""How ``d`` was finished in the period: early, on time or late; nothing if it was not."""
_UNDER_WAY = "d.day <= :last and (d.left_on is null or d.left_on > :last)"
_RUNS = f"{_STEP.format('<= :last')} not in {ENDED[:-1]}, 'request_supplement')"
IS_BESIDE = f"{HOW_FINISHED} is null and {IS_DISLIKED} and not iif({_UNDER_WAY}, {_RUNS}, 0)"
"""Whether ``d`` was disliked, and neither finished in the period nor running at its end."""
FLAWED = (
    f"with flawed as materialized (select d.department, is_twice, is_disliked,"  # noqa: S608 - our own names
    f" {HOW_FINISHED} as finished, iif({_UNDER_WAY}, {_RUNS}, 0) as is_running,"
    f" iif({_UNDER_WAY}, coalesce({_DUE.format('<= :last')} < :end, 0), 0) as is_due"
    " from (select dossier, max(is_twice) as is_twice, max(is_disliked) as is_disliked from ("
    f"select dossier, 1 as is_twice, 0 as is_disliked from ({TWICE})"
    f" union all select dossier, 0, 1 from ({DISLIKED})) group by 1) f"
    " cross join dossiers d using (dossier) where d.state != 'struck')"
    " select *, is_running and is_due as is_overdue from flawed"
)
"""The few that more is to be known of than the days' sums tell: asked twice, or disliked.

A dossier of the national set (finished in the period, or running at its end) falls short in time when it was late,
is overdue, or was asked twice; of satisfaction also when it was disliked, in the set or beside it.
"""


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
