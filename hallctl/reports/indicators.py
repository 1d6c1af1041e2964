"""The national indicator set (Decision 766), as far as one hall's own figures tell it.

Satisfaction (5.4) is 100 % less the late and less the dossiers with a dislike, full score at 90 %.
Unfinished dossiers count by the end of the period; a second supplement counts as late.
"""

from pathlib import Path
from typing import NamedTuple

import msgspec

from hallctl.ledger.dossier_counts import counts, total
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Column, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS


class Rules(msgspec.Struct, frozen=True):
    """What the decision says: points a group, and where the full score begins."""

    groups: dict[str, float]
    satisfaction_split: dict[str, float]
    full_score_at: dict[str, float]


RULES = msgspec.json.decode((Path(__file__).parent / "kpi_766.json").read_bytes(), type=Rules)

DISLIKED = """
select count(*) from dossiers join tickets on tickets.ticket = dossiers.visit
where dossiers.day between ? and ? and min(result, attitude) <= 2
"""


class Indicator(NamedTuple):
    """One indicator: of how many dossiers, how many fulfil it, and its points."""

    number: str
    reached: int | None
    of: int | None
    points: float | None
    most: float

    @property
    def share(self) -> float | None:
        """Per cent with two decimals; None of nothing."""
        if self.reached is None or not self.of:
            return None
        return round(100 * self.reached / self.of, 2)


def indicators(order: ReportOrder, sources: Sources) -> list[Indicator]:
    """Every indicator; those that need other systems' figures have no result."""
    groups, split = RULES.groups, RULES.satisfaction_split
    line = total(sources.ledger, order.period, sources.now)
    late = line.finished_late + line.in_process_overdue + line.twice_supplemented
    of = line.finished + line.in_process_in_time + line.in_process_overdue
    days = [day.isoformat() for day in order.period]
    (disliked,) = sources.ledger.execute(DISLIKED, days).fetchone()
    by_channel = counts(sources.ledger, order.period, "channel", sources.now)
    online = sum(one.received for one in by_channel if one.key == "online")
    complaints = sum(split[one] for one in ("5.1", "5.2", "5.3"))
    return [
        Indicator("1", None, None, None, groups["cong_khai_minh_bach"]),
        _scored("2.1", of - min(late, of), of, groups["tien_do_giai_quyet"]),
        _scored("3.3", online, line.received, groups["dich_vu_cong_truc_tuyen"]),
        Indicator("3.6", None, None, None, groups["thanh_toan_truc_tuyen"]),
        Indicator("4.2", None, None, None, groups["so_hoa_ho_so"]),
        Indicator("5.1", None, None, None, complaints),
        _scored("5.4", max(0, of - late - disliked), of, split["5.4"]),
    ]


def indicators_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """The set as a table."""
    words = WORDS[say.language]
    rows = tuple(
        Row(
            one.number,
            words[f"indicator_{one.number}"],
            (one.reached, one.of, one.share, one.points, one.most),
        )
        for one in indicators(order, sources)
    )
    return Report(
        name=order.name,
        title=words["indicators"],
        about="",
        period=order.period,
        by="indicator",
        by_title=words["by_indicator"],
        columns=(
            Column("reached", words["reached"], "count"),
            Column("counted", words["counted"], "count"),
            Column("measure", words["measure"], "share", is_compared=True),
            Column("points", words["points"], "mean", is_compared=True),
            Column("most_points", words["most_points"], "mean"),
        ),
        rows=rows,
        total=None,
        notes=(words["note_indicators"],),
    )


def _scored(number: str, reached: int, of: int, most: float) -> Indicator:
    """Points in proportion, full from where the decision says so."""
    if not of:
        return Indicator(number, reached, of, None, most)
    full = RULES.full_score_at.get(number, 1.0)
    points = round(most * min(1.0, reached / of / full), 2)
    return Indicator(number, reached, of, points, most)
