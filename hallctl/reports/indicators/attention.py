"""Departments beside one another, and which need attention and why: the month held against what is promised."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hallctl.ledger.dossiers.dossier_counts import DossierFigures, counts
from hallctl.ledger.period import Period
from hallctl.reports.indicators.indicator_counts import NOTHING, Set, counted_by_department
from hallctl.reports.orders import Sources
from hallctl.reports.report import share

Reason = Literal["overdue", "late", "falling", "supplements", "complaints"]

IN_TIME_AIM = 98.0
"""Per cent of the finished, early and on time; below it a department needs attention."""
FEWEST_FINISHED = 10
"""Shares of fewer say nothing."""
FALLEN_BY = 2.0
"""Points of a per cent less in time than in the period before."""
AWAITING_SHARE = 10.0


class Attention(NamedTuple):
    """One department with its figures and every reason to look at it; the more the graver."""

    department: str
    now: DossierFigures
    in_time: float | None
    in_time_before: float | None
    satisfied: float | None
    """By the national set (5.4): neither late nor disliked, in per cent."""
    days: float | None
    """From receipt to result."""
    complaints_late: int
    """Decided, answered or published after their day, or not yet and the day is over."""
    reasons: tuple[Reason, ...] = ()

    @property
    def gravity(self) -> tuple[int, int, float]:
        """The gravest sorts last."""
        in_time = 100.0 if self.in_time is None else self.in_time
        return (len(self.reasons), self.now.in_process_overdue, 100.0 - in_time)

    @property
    def change(self) -> float | None:
        """Points of a per cent more (or less) in time than before."""
        if self.in_time is None or self.in_time_before is None:
            return None
        return round(self.in_time - self.in_time_before, 2)


def departments(sources: Sources, period: Period, before: Period) -> list[Attention]:
    """Every department that has had dossiers or complaints, the gravest first."""
    earlier = {one.key: one for one in counts(sources.ledger, before, "department", sources.now)}
    lines = {one.key: one for one in counts(sources.ledger, period, "department", sources.now)}
    sets = counted_by_department(period, sources)
    complained = {key for key, own in sets.items() if (own.get("5.2") or NOTHING["5.2"]).of}
    every = [
        _judged(
            lines.get(key, DossierFigures(key=key)), earlier.get(key), NOTHING | sets.get(key, {})
        )
        for key in sorted(lines.keys() | complained)
    ]
    return sorted(every, key=lambda one: one.gravity, reverse=True)


def attention(every: Iterable[Attention]) -> list[Attention]:
    """Those that need some, in their order."""
    return [one for one in every if one.reasons]


def in_time_share(line: DossierFigures | None) -> float | None:
    """Early and on time of the finished, in per cent; None of too few."""
    if line is None or line.finished < FEWEST_FINISHED:
        return None
    return round(100 * (line.finished_early + line.finished_on_time) / line.finished, 2)


def _judged(line: DossierFigures, earlier: DossierFigures | None, own: Set) -> Attention:
    pleased, complaints = own["5.4"], own["5.2"]
    one = Attention(
        line.key,
        line,
        in_time_share(line),
        in_time_share(earlier),
        share(pleased.fulfilled or 0, pleased.of or 0),
        own["2.2"].days,
        (complaints.of or 0) - (complaints.fulfilled or 0),
    )
    return one._replace(reasons=_reasons(one))


def _reasons(one: Attention) -> tuple[Reason, ...]:
    line = one.now
    held = line.in_process_in_time + line.in_process_overdue + line.awaiting_supplement
    holds: dict[Reason, bool] = {
        "overdue": line.in_process_overdue > 0,
        "late": one.in_time is not None and one.in_time < IN_TIME_AIM,
        "falling": one.change is not None and -one.change >= FALLEN_BY,
        "supplements": held >= FEWEST_FINISHED
        and 100 * line.awaiting_supplement / held > AWAITING_SHARE,
        "complaints": one.complaints_late > 0,
    }
    return tuple(reason for reason, is_so in holds.items() if is_so)
