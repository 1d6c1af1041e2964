"""The national indicator set (Decision 766): counted by the hall where it can, given by others where not.

Satisfaction (5.4) is 100 % less the late and less the dossiers with a complaint or dislike, full
score at 90 %. Unfinished dossiers count by the end of the period; a second supplement counts as late.
"""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from hallctl.ledger.figures.figure_ledger import GivenFigure, given_in
from hallctl.reports.indicators.indicator_counts import Counted, Set, counted
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Column, Report, Row, share
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS, labels


class Rules(msgspec.Struct, frozen=True):
    """What the decision says: points a group, and where the full score begins."""

    groups: dict[str, float]
    satisfaction_split: dict[str, float]
    full_score_at: dict[str, float]


RULES = msgspec.json.decode((Path(__file__).parent / "kpi_766.json").read_bytes(), type=Rules)
_GROUPS = {
    "1": "cong_khai_minh_bach",
    "2.1": "tien_do_giai_quyet",
    "3.3": "dich_vu_cong_truc_tuyen",
    "3.6": "thanh_toan_truc_tuyen",
    "4.2": "so_hoa_ho_so",
}
"""The one indicator of each group that the group's points are reckoned by here."""
NUMBERS = ("1", "2.1", "2.2", "3.3", "3.6", "4.2", "5.1", "5.2", "5.3", "5.4")
UNSCORED = frozenset({"2.2", "5.1"})
"""A mean time, and a breakdown: neither is a share that earns points by itself."""
Origin = Literal["counted", "given", "none"]


class Indicator(NamedTuple):
    """One indicator: of how many, how many fulfil it, its points, and whose figure that is."""

    number: str
    reached: int | None
    of: int | None
    days: float | None
    points: float | None
    most: float | None
    given: GivenFigure | None = None

    @property
    def share(self) -> float | None:
        """Per cent with two decimals; None of nothing."""
        if self.reached is None or not self.of:
            return None
        return share(self.reached, self.of)

    @property
    def origin(self) -> Origin:
        """Counted by the hall, given by another system, or neither."""
        if self.given:
            return "given"
        return "none" if self.of is None else "counted"


def indicators(order: ReportOrder, sources: Sources) -> list[Indicator]:
    """Every indicator. What was given of days in the period stands instead of what the hall counts."""
    own = counted(order, sources)
    given: dict[str, GivenFigure] = {}
    for one in () if order.department is not None else given_in(sources.ledger, order.period):
        given.setdefault(one.indicator, one)
    return scored(own, given)


def scored(own: Set, given: dict[str, GivenFigure]) -> list[Indicator]:
    """What was counted, and given, with its points."""
    return [_scored(number, own.get(number, Counted()), given.get(number)) for number in NUMBERS]


def indicators_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """The set as a table: of the hall, or of one department."""
    words = WORDS[say.language]
    found = indicators(order, sources)
    rows = tuple(
        Row(
            one.number,
            words[f"indicator_{one.number}"],
            (one.reached, one.of, one.share, one.days, one.points, one.most, _origin(one, words)),
        )
        for one in found
    )
    return Report(
        name=order.name,
        title=words["indicators"]
        + (
            f" · {labels('department', sources.plan, say)(order.department)}"
            if order.department is not None
            else ""
        ),
        about="",
        period=order.period,
        by="indicator",
        by_title=words["by_indicator"],
        columns=(
            Column("reached", words["reached"], "count", opens=True),
            Column("counted", words["counted"], "count", opens=True),
            Column("measure", words["measure"], "share", is_compared=True, opens=True),
            Column("mean_days", words["mean_days"], "days", is_compared=True, opens=True),
            Column("points", words["points"], "mean", is_compared=True, opens=True),
            Column("most_points", words["most_points"], "mean"),
            Column("origin", words["origin"], "text"),
        ),
        rows=rows,
        total=None,
        notes=tuple(words[f"note_{one}"] for one in ("indicators", "given", "5.1", "5.3")),
    )


def _origin(one: Indicator, words: dict[str, str]) -> str:
    if one.given is None:
        return words[f"origin_{one.origin}"]
    given = one.given
    days = (
        f"{given.first[8:]}/{given.first[5:7]}–{given.last[8:]}/{given.last[5:7]}/{given.last[:4]}"
    )
    return words["origin_given"].format(source=given.source, days=days)


def _scored(number: str, own: Counted, given: GivenFigure | None) -> Indicator:
    """Points in proportion, full from where the decision says so."""
    most = RULES.satisfaction_split.get(number)
    if number in _GROUPS:
        most = RULES.groups[_GROUPS[number]]
    reached, of = (given.fulfilled, given.of) if given else (own.fulfilled, own.of)
    points = None
    if most is not None and number not in UNSCORED and reached is not None and of:
        full = RULES.full_score_at.get(number, 1.0)
        points = round(most * min(1.0, reached / of / full), 2)
    return Indicator(number, reached, of, own.days, points, most, given)
