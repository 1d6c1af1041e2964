"""The reports of dossiers and of officials."""

from typing import NamedTuple, get_args

from hallctl.core.hall.counting import FEWEST_RATINGS
from hallctl.ledger.dossiers.dossier_counts import By, DossierFigures, counts, total
from hallctl.reports.dossiers.fairness import NO_WORK, Work, kinds_of_work
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Cell, Column, Kind, Report, Row, share
from hallctl.reports.saying import Saying
from hallctl.reports.visits.visit_figures import MEDIAN, VisitFigures, nothing, visits, whole
from hallctl.reports.wording import WORDS, labels

DOSSIERS_BY = ("department", "field", "official", "channel", "day", "procedure")

_COLUMNS: tuple[tuple[str, Kind, bool], ...] = (
    ("carried_over", "count", False),
    ("received", "count", True),
    ("finished_early", "count", False),
    ("finished_on_time", "count", False),
    ("finished_late", "count", True),
    ("in_time_share", "share", True),
    ("in_process_in_time", "count", False),
    ("in_process_overdue", "count", False),
    ("awaiting_supplement", "count", False),
    ("ended_otherwise", "count", False),
    ("returned", "count", False),
)

_OF_OFFICIALS: tuple[tuple[str, Kind, bool], ...] = (
    ("visits_served", "count", True),
    ("kind_of_work", "text", False),
    ("average_service", "span", True),
    ("expected_service", "span", False),
    ("median_service", "span", False),
    ("rated", "count", False),
    ("satisfied", "share", True),
    ("dossiers_received", "count", False),
    ("in_time_share", "share", True),
    ("finished_late", "count", False),
)


class _OfOfficial(NamedTuple):
    """One official's visits and dossiers."""

    visits: VisitFigures
    dossiers: DossierFigures
    work: Work


def dossier_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Dossiers broken down by ``order.by``, reconciling on every line."""
    words, by = WORDS[say.language], order.by
    label = labels(by, sources.plan, say)
    key: By = next(one for one in get_args(By) if one == by)
    lines = counts(sources.ledger, order.period, key, sources.now)
    everything = total(sources.ledger, order.period, sources.now)
    return Report(
        name=order.name,
        title=words["dossiers"],
        about="",
        period=order.period,
        by=by,
        by_title=words[f"by_{by}"],
        columns=tuple(
            Column(key, words[key], kind, yes, opens=True) for key, kind, yes in _COLUMNS
        ),
        rows=tuple(Row(one.key, label(one.key), cells(one)) for one in lines),
        total=Row("", words["total"], cells(everything)),
        notes=(words["note_reconciles"],),
    )


def officials_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """What each official has done; ratings from five on, and a word on comparing fairly."""
    words = WORDS[say.language]
    served = {line.key: line for line in visits(sources.ledger, order.period, "official")}
    held = {
        line.key: line for line in counts(sources.ledger, order.period, "official", sources.now)
    }
    work = kinds_of_work(order.period, sources)
    every = {
        name: _OfOfficial(
            served.get(name, nothing(name)),
            held.get(name, DossierFigures(key=name)),
            work.get(name, NO_WORK),
        )
        for name in sorted(served.keys() | held.keys())
    }
    return Report(
        name=order.name,
        title=words["officials"],
        about="",
        period=order.period,
        by="official",
        by_title=words["by_official"],
        columns=tuple(
            Column(key, words[key], kind, yes, opens=kind != "text")
            for key, kind, yes in _OF_OFFICIALS
        ),
        rows=tuple(
            Row(name, name or words["nobody"], _official(one)) for name, one in every.items()
        ),
        total=Row("", words["total"], _official(_everybody(order, sources))),
        notes=tuple(words[f"note_{one}"] for one in ("ratings", "fairness", "expected", "spans")),
    )


def cells(line: DossierFigures) -> tuple[Cell, ...]:
    """A line's cells in the order of the columns."""
    in_time = line.finished_early + line.finished_on_time
    own: dict[str, Cell] = {
        "in_time_share": share(in_time, line.finished),
        "ended_otherwise": line.refused + line.withdrawn + line.stopped,
    }
    return tuple(own[key] if key in own else getattr(line, key) for key, _, _ in _COLUMNS)


def _everybody(order: ReportOrder, sources: Sources) -> _OfOfficial:
    """All of them together; what a mix of work should take is said of one official only."""
    dossiers = total(sources.ledger, order.period, sources.now)
    return _OfOfficial(whole(sources.ledger, order.period), dossiers, NO_WORK)


def _official(one: _OfOfficial) -> tuple[Cell, ...]:
    sums, dossiers = one.visits.sums, one.dossiers
    enough = sums["rated"] >= FEWEST_RATINGS
    return (
        sums["finished"],
        one.work.letters,
        one.visits.average_service_s,
        one.work.expected_s,
        one.visits.service_s(MEDIAN),
        sums["rated"] if enough else None,
        share(sums["satisfied"], sums["rated"]) if enough else None,
        dossiers.received,
        share(dossiers.finished_early + dossiers.finished_on_time, dossiers.finished),
        dossiers.finished_late,
    )
