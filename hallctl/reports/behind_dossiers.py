"""The dossiers behind a figure, and the steps of one: as they stood when the period ended."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.reports.indicator_counts import DISLIKED, PAID_ONLINE
from hallctl.reports.opening import SHOWN, Opening
from hallctl.reports.orders import Sources
from hallctl.reports.periods import ONE_DAY

_STANDING = "s.dossier = d.dossier and s.undone_at is null and s.step not in ('undo', 'strike')"
_STEP = (
    f"(select s.step from dossier_steps s where {_STANDING} and s.day {{}}"  # noqa: S608 - our own names
    " order by s.rowid desc limit 1)"
)
_DONE = (
    f"exists (select 1 from dossier_steps s where {_STANDING}"  # noqa: S608 - our own names
    " and s.day between :first and :last and {})"
)
_DUE = (
    f"(select s.due_at from dossier_steps s where {_STANDING} and s.due_at is not null"  # noqa: S608 - our own names
    " and s.day <= :last order by s.rowid desc limit 1)"
)
_ENDED = "('finish', 'return', 'refuse', 'withdraw', 'stop')"
_AT_END = (
    f"select d.*, {_STEP.format('<= :last')} as step_then, {_STEP.format('< :first')} as step_before,"  # noqa: S608 - our own names
    f" {_DUE} as due_then from dossiers d where d.day <= :last and d.state != 'struck'"
)
_RUNNING = f"step_then not in {_ENDED} and step_then != 'request_supplement'"
_FINISHED = _DONE.format("s.step = 'finish'")
_LATE = _DONE.format("s.step = 'finish' and s.counted = 'late'")
_OVERDUE = f"{_RUNNING} and due_then < :end"
_TWICE = (
    f"exists (select 1 from dossier_steps s where {_STANDING} and s.step = 'request_supplement'"  # noqa: S608 - our own names
    " and s.day between :first and :last limit 1 offset 1)"
)
_FELL_SHORT = f"{_LATE} or {_OVERDUE} or {_TWICE}"
_PAID = (
    "dossier in (select dossier from fee_payments where kind = 'paid'"
    " and day between :first and :last {})"
)
_RECEIVED = "d.day between :first and :last"
OF_FIGURES = {
    "carried_over": f"d.day < :first and step_before not in {_ENDED}",
    "received": _RECEIVED,
    "dossiers_received": _RECEIVED,
    **{
        f"finished_{how}": _DONE.format(f"s.step = 'finish' and s.counted = '{how}'")
        for how in ("early", "on_time", "late")
    },
    "in_time_share": _FINISHED,
    "in_process_in_time": f"{_RUNNING} and due_then >= :end",
    "in_process_overdue": _OVERDUE,
    "awaiting_supplement": "step_then = 'request_supplement'",
    "ended_otherwise": _DONE.format("s.step in ('refuse', 'withdraw', 'stop')"),
    "returned": _DONE.format("s.step = 'return'"),
}
"""Which dossiers a column counted; a whole line counted all that were there in the period."""
_ALL = f"(({_RECEIVED}) or step_before not in {_ENDED})"
_IN_THE_SET = f"({_FINISHED} or {_RUNNING})"
OF_INDICATORS = {
    "2.1": _FELL_SHORT,
    "2.2": _FINISHED,
    "3.3": f"{_RECEIVED} and channel = 'online'",
    "3.6": _PAID.format(f"and {PAID_ONLINE}"),
    "5.4": f"{_FELL_SHORT} or ({DISLIKED} and {_RECEIVED})",
}
"""What an indicator opens to: the dossiers that fell short, or those that fulfil it."""
_COUNTED_ALL = {
    "2.2": _FINISHED,
    "3.6": _PAID.format(""),
    "2.1": _IN_THE_SET,
    "3.3": _RECEIVED,
    "5.4": _IN_THE_SET,
}
_KEYS = ("department", "field", "official", "channel", "procedure")


class CountedDossier(NamedTuple):
    """One dossier behind a figure."""

    dossier: str
    procedure: str
    department: str
    state: str
    complete_at: int
    due_at: int
    finished_at: int | None
    punctuality: str | None


class DossierStep(NamedTuple):
    """One step of a dossier, standing or taken back."""

    at: int
    step: str
    department: str | None
    counter: str | None
    official: str | None
    reason: str | None
    due_at: int | None
    undone_at: int | None


def dossiers_behind(opening: Opening, sources: Sources) -> list[CountedDossier]:
    """The dossiers that a figure counted, those due first."""
    one = opening.narrowed
    names = ", ".join(CountedDossier._fields)
    first, last = one.order.period
    rows = sources.ledger.execute(
        f"select {names} from ({_AT_END}) d where {_line(one)} and ({_figure(one)})"  # noqa: S608 - our own names
        f" order by due_at limit {SHOWN}",
        {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "key": one.key,
            "end": _end_of(one, sources),
        },
    )
    return [CountedDossier(*row) for row in rows]


def steps_of(dossier: str, sources: Sources) -> list[DossierStep]:
    """Everything that happened to a dossier, in order."""
    rows = sources.ledger.execute(
        f"select {', '.join(DossierStep._fields)} from dossier_steps"  # noqa: S608 - our own names
        " where dossier = ? order by rowid",
        (dossier,),
    )
    return [DossierStep(*row) for row in rows]


def _line(one: Opening) -> str:
    if one.key is None or one.order.by not in _KEYS:
        return "1"
    return f"{one.order.by} = :key"


def _figure(one: Opening) -> str:
    if one.order.by != "indicator":
        return OF_FIGURES.get(one.figure, _ALL)
    key = one.key or ""
    if one.figure == "counted":
        return _COUNTED_ALL.get(key, "0")
    short = OF_INDICATORS.get(key, "0")
    if one.figure == "reached" and key in {"2.1", "5.4"}:
        return f"{_IN_THE_SET} and not ({short})"
    return short


def _end_of(one: Opening, sources: Sources) -> int:
    """Until when the period's figures go, in ms: its last midnight, or now."""
    after = one.order.period.last + ONE_DAY
    midnight = datetime.combine(after, datetime.min.time(), ZoneInfo(sources.plan.timezone))
    return min(round(midnight.timestamp() * 1000), sources.now.at)
