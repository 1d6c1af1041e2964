"""Dossiers of a period in figures, summed from the days' sums; they always reconcile:

carried over + received = finished early + on time + late + in process in time + overdue
+ awaiting supplement + refused + withdrawn + stopped.
"""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal, NamedTuple

import msgspec
from sqlite_utils import Database

By = Literal["department", "field", "official", "channel", "day"]
"""What the figures are broken down by; all but the day are those of the reception."""

NO_SHARE = "—"
"""A share of nothing."""

_FLOWS = (
    "received", "finished_early", "finished_on_time", "finished_late", "refused", "withdrawn",
    "stopped", "returned", "twice_supplemented",
)  # fmt: skip
_LEFT = "finished_early + finished_on_time + finished_late + refused + withdrawn + stopped"
_STOCKS = f"sum(received - ({_LEFT})), sum(awaiting_supplement), sum(overdue)"

_NOTHING = "''"
"""What a total is broken down by."""


class Period(NamedTuple):
    """Days, both included; it ends with the end of its last day."""

    first: date
    last: date


class Now(NamedTuple):
    """How far the ledger's figures go: the hall's local date, and milliseconds since 1970."""

    day: date
    at: int


class DossierFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a report. ``key`` is a department, field, official, channel or day."""

    key: str
    carried_over: int = 0
    """Received before the period and not ended when it began."""
    received: int = 0
    finished_early: int = 0
    finished_on_time: int = 0
    finished_late: int = 0
    in_process_in_time: int = 0
    in_process_overdue: int = 0
    """Not finished, and due by the end of the period."""
    awaiting_supplement: int = 0
    refused: int = 0
    withdrawn: int = 0
    stopped: int = 0
    returned: int = 0
    """Results collected; a part of the finished, now or earlier."""
    twice_supplemented: int = 0
    """Asked for a second supplement: the national indicators count them as late."""

    @property
    def finished(self) -> int:
        """Dossiers whose result is ready."""
        return self.finished_early + self.finished_on_time + self.finished_late

    @property
    def in_time_share(self) -> str:
        """Early and on time, of the finished, in per cent."""
        return share(self.finished_early + self.finished_on_time, self.finished)

    @property
    def early_share(self) -> str:
        """Early, of the finished, in per cent."""
        return share(self.finished_early, self.finished)

    @property
    def late_share(self) -> str:
        """Late, of the finished, in per cent."""
        return share(self.finished_late, self.finished)

    @property
    def reconciles(self) -> bool:
        """Whether every dossier is somewhere, once."""
        in_process = self.in_process_in_time + self.in_process_overdue
        ended = self.finished + self.refused + self.withdrawn + self.stopped
        return self.carried_over + self.received == in_process + self.awaiting_supplement + ended


class _Sums(NamedTuple):
    """One key's sums: before the period, in it, and how it stood at its end."""

    carried_over: int
    flows: tuple[int, ...]
    unfinished: int
    awaiting: int
    overdue: int


def share(part: int, whole: int) -> str:
    """Per cent with two decimals, half rounded up; a dash of nothing."""
    if not whole:
        return NO_SHARE
    percent = Decimal(100 * part) / Decimal(whole)
    return str(percent.quantize(Decimal("0.01"), ROUND_HALF_UP))


def counts(database: Database, period: Period, by: By, now: Now) -> list[DossierFigures]:
    """A line a key, in the order of the keys. ``now`` is how far the ledger goes."""
    spared = _not_yet_due(database, period, by, now)
    is_by_day = by == "day"
    sums = _by_day(database, period, now) if is_by_day else _by_key(database, period, now, by)
    return [_figures(key, one, spared.get(key, 0)) for key, one in sums]


def total(database: Database, period: Period, now: Now) -> DossierFigures:
    """The whole hall's line."""
    ((_, sums),) = _by_key(database, period, now, _NOTHING)
    spared = _not_yet_due(database, period, _NOTHING, now)
    return _figures("", sums, spared.get("", 0))


def _figures(key: str, sums: _Sums, not_yet_due: int) -> DossierFigures:
    overdue = sums.overdue - not_yet_due
    return DossierFigures(
        key=key,
        carried_over=sums.carried_over,
        in_process_in_time=sums.unfinished - sums.awaiting - overdue,
        in_process_overdue=overdue,
        awaiting_supplement=sums.awaiting,
        **dict(zip(_FLOWS, sums.flows, strict=True)),
    )


def _by_key(database: Database, period: Period, now: Now, by: str) -> Iterator[tuple[str, _Sums]]:
    inside = ", ".join(f"sum({one}) filter (where day >= :first)" for one in _FLOWS)
    before = f"sum(received - ({_LEFT})) filter (where day < :first)"
    query = f"select {by}, {before}, {inside}, {_STOCKS} from dossier_days where day <= :last"  # noqa: S608 - our own column names
    group = "" if by == _NOTHING else f" group by {by} order by {by}"
    for key, *rest in _rows(database, query + group, period, now):
        carried_over, *flows, unfinished, awaiting, overdue = (number or 0 for number in rest)
        yield key, _Sums(carried_over, tuple(flows), unfinished, awaiting, overdue)


def _by_day(database: Database, period: Period, now: Now) -> Iterator[tuple[str, _Sums]]:
    """Each day with what stood when it began and when it ended."""
    inside = ", ".join(f"sum({one})" for one in _FLOWS)
    query = f"select day, {inside}, {_STOCKS} from dossier_days where day <= :last group by day"  # noqa: S608 - our own column names
    stood = (0, 0, 0)
    for day, *rest in _rows(database, query + " order by day", period, now):
        carried_over, flows = stood[0], tuple(rest[: len(_FLOWS)])
        changed = rest[len(_FLOWS) :]
        stood = (stood[0] + changed[0], stood[1] + changed[1], stood[2] + changed[2])
        if day >= period.first.isoformat():
            yield day, _Sums(carried_over, flows, *stood)


def _not_yet_due(database: Database, period: Period, by: str, now: Now) -> dict[str, int]:
    """Of a day that is not over: those due later today, which its sums already call overdue."""
    if period.last < now.day:
        return {}
    key = "due_day" if by == "day" else by
    rows = database.execute(
        f"select {key}, count(*) from dossiers"  # noqa: S608 - our own column names
        " where running_since is not null and due_day = ? and due_at >= ? group by 1",
        (now.day.isoformat(), now.at),
    )
    return dict(rows.fetchall())


def _rows(database: Database, query: str, period: Period, now: Now) -> Any:
    """Days to come are left out: they hold what would be overdue if nobody did anything."""
    last = min(period.last, now.day)
    days = {"first": period.first.isoformat(), "last": last.isoformat()}
    return database.execute(query, days)
