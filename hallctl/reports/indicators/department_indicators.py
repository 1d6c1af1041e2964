"""Departments beside one another by the national indicators, each figure as the set of one has it."""

from typing import NamedTuple

from hallctl.reports.indicators.indicator_counts import Set, counted_by_department, together
from hallctl.reports.indicators.national_set import Indicator, scored
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Cell, Column, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS, labels

COMPARED = ("1", "2.1", "2.2", "3.3", "3.6", "5.2", "5.4")
"""What departments answer for and the hall can count."""
WITH_BEFORE = frozenset({"2.1"})
POINTS_SHARE = "points_share"
"""The column of a department's points; it opens to the department's own set."""


class Standing(NamedTuple):
    """One department's indicators by their numbers; nothing of those that nothing was counted of."""

    department: str
    by_number: dict[str, Indicator]

    @property
    def points_share(self) -> float | None:
        """The points it has of those that it could have by what was counted, in per cent."""
        could = [one for one in self.by_number.values() if one.points is not None and one.most]
        most = sum(one.most or 0 for one in could)
        return round(100 * sum(one.points or 0 for one in could) / most, 2) if most else None


def standings(order: ReportOrder, sources: Sources) -> tuple[list[Standing], Standing]:
    """Every department of which anything was counted, and all of them together."""
    sets = counted_by_department(order.period, sources)
    return (
        [_standing(name, sets[name]) for name in sorted(sets)],
        _standing("", together(sets.values())),
    )


def department_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """A line a department; each figure opens to the dossiers, complaints or procedures behind it."""
    words, label = WORDS[say.language], labels("department", sources.plan, say)
    every, whole = standings(order, sources)
    titles = [
        Column(
            number,
            words[f"indicator_{number}"],
            "days" if number == "2.2" else "share",
            number in WITH_BEFORE,
            opens=True,
        )
        for number in COMPARED
    ]
    return Report(
        name=order.name,
        title=words["indicators_by_department"],
        about="",
        period=order.period,
        by="department",
        by_title=words["by_department"],
        columns=(Column(POINTS_SHARE, words[POINTS_SHARE], "share", is_compared=True), *titles),
        rows=tuple(Row(one.department, label(one.department), _cells(one)) for one in every),
        total=Row("", words["total"], _cells(whole)),
        notes=tuple(words[f"note_{one}"] for one in (POINTS_SHARE, "by_department", "indicators")),
    )


def _cells(one: Standing) -> tuple[Cell, ...]:
    told = (one.by_number[number] for number in COMPARED)
    return (
        one.points_share,
        *(each.days if each.number == "2.2" else each.share for each in told),
    )


def _standing(department: str, own: Set) -> Standing:
    return Standing(department, {one.number: one for one in scored(own, {})})
