"""Corrections as rows of their own, and what a struck rating takes back from its day."""

from typing import Any

from hallctl.core import events
from hallctl.core.hall.counting import SATISFIED_FROM
from hallctl.journal.inserting import Execute
from hallctl.ledger.visits.rating_ledger import note_struck
from hallctl.ledger.visits.visit_summing import add_late_rating


def note_correction(execute: Execute, event: Any, kind: str, day: str) -> None:
    """A correction of a dossier; ``day`` is the first one whose figures it changes."""
    _note(
        execute,
        (kind, event.dossier, day, event.day.isoformat(), event.official, event.reason, event.at),
    )


def rating_struck(execute: Execute, event: events.RatingStruck, day: str) -> None:
    """The rating is gone from its ticket and from every sum it was part of."""
    execute("update tickets set result = null, attitude = null where ticket = ?", (event.visit,))
    satisfied = min(event.result, event.attitude) >= SATISFIED_FROM
    business_day = event.business_day.isoformat()
    execute(
        "update daily_counts set rated = rated - 1, satisfied = satisfied - ?"
        " where business_day = ? and service = ?",
        (satisfied, business_day, event.service),
    )
    add_late_rating(execute, event, -1)
    note_struck(execute, event)
    for reason in event.reasons:
        execute(
            "update rating_reasons set times = times - 1 where business_day = ? and service = ?"
            " and counter = ? and official = ? and reason = ?",
            (business_day, event.service, event.counter, event.official, reason),
        )
    _note(
        execute,
        ("struck_rating", event.visit, business_day, day, event.struck_by, event.reason, event.at),
    )


def _note(execute: Execute, row: tuple[str | int, ...]) -> None:
    execute(
        "insert into corrections"
        " (kind, subject, day, corrected_day, official, reason, corrected_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        row,
    )
