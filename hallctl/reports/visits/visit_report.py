"""The report of visits: volumes, waits, times at the counter, ratings; and the busy hours."""

from collections import defaultdict
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple, get_args

from hallctl.core.hall.counting import FEWEST_RATINGS
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Cell, Column, Kind, Report, Row, share
from hallctl.reports.saying import Saying
from hallctl.reports.visits.quiet_hours import local_minutes, minutes_from_utc
from hallctl.reports.visits.visit_figures import (
    MEDIAN,
    NINE_IN_TEN,
    By,
    VisitFigures,
    added,
    visits,
    whole,
)
from hallctl.reports.wording import WORDS, labels

VISITS_BY = (
    "service", "day", "week", "month", "year", "weekday", "hour", "department", "procedure", "field",
    "channel", "counter", "official", "hall",
)  # fmt: skip
BUSY_BY = ("hour", "wait", "service_time", "in_time")
"""What the cells of the busy hours say: numbers on a mean day, or how long people waited, were
served, or how many of them were called in time."""
OF_RATINGS = frozenset({"rated", "answered", "satisfied", "mean_result", "mean_attitude"})


class _Figure(NamedTuple):
    """A column's key, kind, whether it is compared, and how it is read off a line."""

    key: str
    kind: Kind
    is_compared: bool
    read: Callable[[VisitFigures], Cell]


FIGURES = (
    _Figure("issued", "count", True, lambda line: line.sums["issued"]),
    _Figure("finished", "count", False, lambda line: line.sums["finished"]),
    _Figure("missed", "count", False, lambda line: line.sums["missed"]),
    _Figure("left", "count", False, lambda line: line.sums["cancelled"] + line.sums["lapsed"]),
    _Figure("average_wait", "span", True, lambda line: line.average_wait_s),
    _Figure("median_wait", "span", False, lambda line: line.wait_s(MEDIAN)),
    _Figure("wait_90", "span", False, lambda line: line.wait_s(NINE_IN_TEN)),
    _Figure(
        "within_target",
        "share",
        True,
        lambda line: share(line.sums["within_target"], line.sums["called"]),
    ),
    _Figure("average_service", "span", False, lambda line: line.average_service_s),
    _Figure("median_service", "span", False, lambda line: line.service_s(MEDIAN)),
    _Figure("rated", "count", False, lambda line: line.sums["rated"]),
    _Figure(
        "satisfied", "share", True, lambda line: share(line.sums["satisfied"], line.sums["rated"])
    ),
)


RATING_FIGURES = (
    _Figure("rated", "count", True, lambda line: line.sums["rated"]),
    _Figure(
        "answered",
        "share",
        False,
        lambda line: share(line.sums["rated"], line.sums["finished"]),
    ),
    _Figure(
        "satisfied", "share", True, lambda line: share(line.sums["satisfied"], line.sums["rated"])
    ),
    _Figure("mean_result", "mean", True, lambda line: _mean_mark(line, "result_marks")),
    _Figure("mean_attitude", "mean", True, lambda line: _mean_mark(line, "attitude_marks")),
)
"""Marks run from 1 (worst) to 5."""


_NOTED = frozenset({"department", "procedure", "field", "channel"})
"""Breakdowns that need a word on what counts where."""
_BUSY: dict[str, tuple[Kind, Callable[[VisitFigures, int], Cell]]] = {
    "hour": ("mean", lambda line, days: round(line.sums["issued"] / days, 1)),
    "wait": ("span", lambda line, _days: line.average_wait_s),
    "service_time": ("span", lambda line, _days: line.average_service_s),
    "in_time": (
        "share",
        lambda line, _days: share(line.sums["within_target"], line.sums["called"]),
    ),
}
"""How a cell is read off its line, and off how many days of that weekday somebody came at all."""


def visit_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Visits broken down by ``order.by``; for officials without few ratings."""
    return _report(order, sources, say, FIGURES)


def rating_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Ratings broken down by ``order.by``: how many answered, how satisfied, both means."""
    report = _report(order, sources, say, RATING_FIGURES)
    notes = [one for one in report.notes if one != WORDS[say.language]["note_spans"]]
    return report._replace(notes=(*notes, WORDS[say.language]["note_marks"]))


def _report(
    order: ReportOrder, sources: Sources, say: Saying, figures: tuple[_Figure, ...]
) -> Report:
    words, by = WORDS[say.language], order.by
    lines = visit_lines(order, sources)
    label = labels(by, sources.plan, say)
    notes = [words["note_spans"]]
    if by in _NOTED:
        notes.append(words[f"note_{by}"])
    if by == "official":
        notes += [words["note_ratings"], words["note_fairness"]]
    return Report(
        name=order.name,
        title=words[order.name],
        about="",
        period=order.period,
        by=by,
        by_title=words[f"by_{by}"],
        columns=tuple(
            Column(one.key, words[one.key], one.kind, one.is_compared, opens=True)
            for one in figures
        ),
        rows=tuple(Row(line.key, label(line.key), cells_of(line, by, figures)) for line in lines),
        total=Row(
            "", words["total"], cells_of(whole(sources.ledger, order.period), "hall", figures)
        ),
        notes=tuple(notes),
    )


def visit_lines(order: ReportOrder, sources: Sources) -> list[VisitFigures]:
    """The lines of any breakdown, those of the ledger and those made of them."""
    ledger, period = sources.ledger, order.period
    if order.by == "hour":
        return _by_hour(visits(ledger, period, "half_hour"), _offset(order, sources))
    if order.by == "department":
        first = {one.service: (*one.departments, "")[0] for one in sources.plan.services}
        return _merged(visits(ledger, period, "service"), lambda key: first.get(key, ""))
    by: By = next(one for one in get_args(By) if one == order.by)
    return visits(ledger, period, by)


def cells_of(line: VisitFigures, by: str, figures: tuple[_Figure, ...]) -> tuple[Cell, ...]:
    """The line's cells; an official's few ratings stay unsaid."""
    hides = by == "official" and line.sums["rated"] < FEWEST_RATINGS
    return tuple(None if hides and one.key in OF_RATINGS else one.read(line) for one in figures)


def busy_hours(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """A row a half hour and a column a weekday: how many came, or how it went for them."""
    words, offset = WORDS[say.language], _offset(order, sources)
    kind, read = _BUSY[order.by]
    whole_days = {line.key: line for line in visits(sources.ledger, order.period, "weekday")}
    cells: dict[int, dict[str, Cell]] = defaultdict(dict)
    for line in visits(sources.ledger, order.period, "weekday_half_hour"):
        weekday, half_hour = line.key.split(" ")
        cells[local_minutes(half_hour, offset)][weekday] = read(line, whole_days[weekday].days)
    return Report(
        name=order.name,
        title=words["busy-hours"],
        about="",
        period=order.period,
        by=order.by,
        by_title=words["by_hour"],
        columns=tuple(
            Column(day, say.weekday(int(day)), kind, is_compared=True, opens=True)
            for day in whole_days
        ),
        rows=tuple(
            Row(str(minutes), _clock(minutes), tuple(map(cells[minutes].get, whole_days)))
            for minutes in sorted(cells)
        ),
        total=Row(
            "",
            words["whole_day"],
            tuple(read(line, line.days) for line in whole_days.values()),
        ),
        notes=(words[f"note_busy_{order.by}"],),
    )


def _by_hour(lines: list[VisitFigures], offset: int) -> list[VisitFigures]:
    at = sorted(lines, key=lambda line: local_minutes(line.key, offset))
    hours = groupby(at, key=lambda line: local_minutes(line.key, offset) // 60)
    return [added(f"{hour:02}:00", some) for hour, some in hours]


def _merged(lines: list[VisitFigures], key_of: Callable[[str], str]) -> list[VisitFigures]:
    groups: dict[str, list[VisitFigures]] = defaultdict(list)
    for line in lines:
        groups[key_of(line.key)].append(line)
    return [added(key, some) for key, some in sorted(groups.items())]


def _mean_mark(line: VisitFigures, marks: str) -> float | None:
    return round(line.sums[marks] / line.sums["rated"], 2) if line.sums["rated"] else None


def _offset(order: ReportOrder, sources: Sources) -> int:
    return minutes_from_utc(order.period.last, sources.plan.timezone)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
