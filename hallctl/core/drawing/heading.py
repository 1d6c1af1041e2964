"""What every view begins with, drawn once for all of them."""

from datetime import date
from typing import TypedDict

from hallctl.core.hall import Hall
from hallctl.core.numbers_known import numbers_given
from hallctl.core.plan import Plan, Words
from hallctl.core.views.view import EmergencyNote


class Head(TypedDict):
    """The fields of :class:`hallctl.core.views.View`."""

    journal_number: int
    shown_at: int
    hall: Words
    authority: Words
    timezone: str
    business_day: date | None
    epoch: int
    given: dict[str, int]
    emergency: EmergencyNote | None


def head_of(hall: Hall, plan: Plan, at: int) -> Head:
    """The head of every view that is drawn at ``at`` (ms since 1970)."""
    return {
        "journal_number": hall.journal_number,
        "shown_at": at,
        "hall": plan.hall,
        "authority": plan.authority,
        "timezone": plan.timezone,
        "business_day": hall.business_day if hall.is_open else None,
        "epoch": hall.epoch,
        "given": numbers_given(hall),
        "emergency": _emergency(hall),
    }


def _emergency(hall: Hall) -> EmergencyNote | None:
    up = hall.boards.emergency
    if up is None:
        return None
    return EmergencyNote(emergency=up.emergency, words=up.words, since_at=up.since_at)
