"""Dossiers of a period in figures, summed from the days' sums; they always reconcile:

carried over + received = finished early + on time + late + in process in time + overdue
+ awaiting supplement + refused + withdrawn + stopped.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec
from sqlite_utils import Database

from hallctl.core.calendar import ONE_DAY
from hallctl.ledger.dossiers.dossier_schema import SUMMED, WHOLE
from hallctl.ledger.period import Now, Period
from hallctl.ledger.stretches import stretches, summed

By = Literal["department", "field", "official", "channel", "procedure", "day"]
"""What the figures are broken down by; all but the day are those of the reception."""

NO_SHARE = "—"
"""A share of nothing."""

_FLOWS = (
    "received", "finished_early", "finished_on_time", "finished_late", "refused", "withdrawn",
    "stopped", "returned", "twice_supplemented",
)  # fmt: skip
_LEFT = (
    "finished_early", "finished_on_time", "finished_late", "refused", "withdrawn", "stopped",
)  # fmt: skip
_SUMS = ", ".join(f"sum({column})" for column in SUMMED)
_STRETCHES = summed("dossier_sums", "dossier_months", ", ".join(("value", *SUMMED)))

Sums = dict[str, int]
"""What changed, by the columns of the ledger."""
NOTHING: Sums = dict.fromkeys(SUMMED, 0)


class DossierFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a report. ``key`` is a department, field, official, channel, procedure or day."""

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


def share(part: int, whole: int) -> str:
    """Per cent with two decimals, half rounded up; a dash of nothing."""
    if not whole:
        return NO_SHARE
    percent = Decimal(100 * part) / Decimal(whole)
    return str(percent.quantize(Decimal("0.01"), ROUND_HALF_UP))


def counts(database: Database, period: Period, by: By, now: Now) -> list[DossierFigures]:
    """A line a key, in the order of the keys. ``now`` is how far the ledger goes."""
    if by == "day":
        return _by_day(database, period, now)
    return _by_value(database, period, now, by)


def total(database: Database, period: Period, now: Now) -> DossierFigures:
    """The whole hall's line."""
    lines = _by_value(database, period, now, WHOLE)
    return lines[0] if lines else DossierFigures(key="")


def changed_in(database: Database, period: Period, dimension: str, now: Now) -> dict[str, Sums]:
    """All that changed in the period, by the values of a dimension."""
    return _summed(database, "value", dimension, (period.first, min(period.last, now.day)))


def received_by(database: Database, period: Period, dimension: str, value: str) -> int:
    """How many were received in the period under one department, field, official or channel."""
    (received,) = database.execute(
        "select coalesce(sum(received), 0) from dossier_sums"
        " where dimension = ? and value = ? and day >= ? and day <= ?",
        (dimension, value, period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return int(received)


def _by_value(database: Database, period: Period, now: Now, dimension: str) -> list[DossierFigures]:
    before = _summed(database, "value", dimension, (date.min, period.first - ONE_DAY))
    inside = changed_in(database, period, dimension, now)
    spared = _not_yet_due(database, period, dimension, now)
    keys = sorted(before.keys() | inside.keys())
    return [
        _figures(key, before.get(key, NOTHING), inside.get(key, NOTHING), spared.get(key, 0))
        for key in keys
    ]


def _by_day(database: Database, period: Period, now: Now) -> list[DossierFigures]:
    """Each day with what stood when it began and when it ended."""
    before = _summed(database, "value", WHOLE, (date.min, period.first - ONE_DAY))
    stood, lines = before.get("", NOTHING), []
    days = _summed(database, "day", WHOLE, (period.first, min(period.last, now.day)))
    spared = _not_yet_due(database, period, "due_day", now)
    for day, changed in days.items():
        lines.append(_figures(day, stood, changed, spared.get(day, 0)))
        stood = {column: stood[column] + changed[column] for column in SUMMED}
    return lines


def _summed(
    database: Database, key: str, dimension: str, days: tuple[date, date]
) -> dict[str, Sums]:
    """Days to come are left to the caller: they hold what would be overdue if nobody acted."""
    cut = stretches(*days, by_months=key != "day")
    rows = database.execute(
        f"select {key}, {_SUMS} from ({_STRETCHES}) group by 1 order by 1",  # noqa: S608 - our own column names
        {"dimension": dimension, **cut.asked},
    )
    return {name: dict(zip(SUMMED, sums, strict=True)) for name, *sums in rows}


def _figures(key: str, before: Sums, inside: Sums, not_yet_due: int) -> DossierFigures:
    awaiting = before["awaiting_supplement"] + inside["awaiting_supplement"]
    overdue = before["overdue"] + inside["overdue"] - not_yet_due
    unfinished = _unfinished(before) + _unfinished(inside)
    return DossierFigures(
        key=key,
        carried_over=_unfinished(before),
        in_process_in_time=unfinished - awaiting - overdue,
        in_process_overdue=overdue,
        awaiting_supplement=awaiting,
        **{column: inside[column] for column in _FLOWS},
    )


def _unfinished(sums: Sums) -> int:
    return sums["received"] - sum(sums[column] for column in _LEFT)


def _not_yet_due(database: Database, period: Period, by: str, now: Now) -> dict[str, int]:
    """Of a day that is not over: those due later today, which its sums already call overdue."""
    if period.last < now.day:
        return {}
    key = "''" if by == WHOLE else by
    rows = database.execute(
        f"select {key}, count(*) from dossiers"  # noqa: S608 - our own column names
        " where running_since is not null and due_day = ? and due_at >= ? group by 1",
        (now.day.isoformat(), now.at),
    )
    return dict(rows.fetchall())
