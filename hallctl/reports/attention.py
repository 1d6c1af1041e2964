"""Which departments need attention, and why: the month's dossiers held against what is promised."""

from typing import Literal, NamedTuple

from hallctl.ledger.dossier_counts import DossierFigures, Period, counts
from hallctl.reports.orders import Sources

Reason = Literal["overdue", "late", "falling", "supplements"]

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
    reasons: tuple[Reason, ...]

    @property
    def gravity(self) -> tuple[int, int, float]:
        """The gravest sorts last."""
        in_time = 100.0 if self.in_time is None else self.in_time
        return (len(self.reasons), self.now.in_process_overdue, 100.0 - in_time)


def attention(sources: Sources, period: Period, before: Period) -> list[Attention]:
    """Every department that needs some, the gravest first."""
    earlier = {one.key: one for one in counts(sources.ledger, before, "department", sources.now)}
    lines = counts(sources.ledger, period, "department", sources.now)
    every = [_judged(one, earlier.get(one.key)) for one in lines]
    return sorted((one for one in every if one.reasons), key=lambda one: one.gravity, reverse=True)


def in_time_share(line: DossierFigures | None) -> float | None:
    """Early and on time of the finished, in per cent; None of too few."""
    if line is None or line.finished < FEWEST_FINISHED:
        return None
    return round(100 * (line.finished_early + line.finished_on_time) / line.finished, 2)


def _judged(line: DossierFigures, earlier: DossierFigures | None) -> Attention:
    now, before = in_time_share(line), in_time_share(earlier)
    held = line.in_process_in_time + line.in_process_overdue + line.awaiting_supplement
    reasons: list[Reason] = []
    if line.in_process_overdue:
        reasons.append("overdue")
    if now is not None and now < IN_TIME_AIM:
        reasons.append("late")
    if now is not None and before is not None and before - now >= FALLEN_BY:
        reasons.append("falling")
    if held >= FEWEST_FINISHED and 100 * line.awaiting_supplement / held > AWAITING_SHARE:
        reasons.append("supplements")
    return Attention(line.key, line, now, before, tuple(reasons))
