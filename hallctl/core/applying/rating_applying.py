"""What visitors' marks change in the hall, and what is left when one of them is struck."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec

from hallctl.core import events
from hallctl.core.hall import Hall, PastRating
from hallctl.core.hall.counting import is_low

KEPT = timedelta(days=62)
"""A rating may be struck so long: signs of self-rating are looked through every month."""


def forget_old_ratings(hall: Hall, today: date) -> None:
    """Ratings too old to be struck; the journal keeps them."""
    hall.ratings = {
        visit: one for visit, one in hall.ratings.items() if today - one.business_day <= KEPT
    }


def _visit_rated(hall: Hall, event: events.VisitRated) -> None:
    ticket = hall.tickets[event.ticket]
    ticket.is_rated = True
    ticket.owes_reasons = is_low(event.result, event.attitude)
    hall.tally(ticket.service).rate(event.result, event.attitude)
    if hall.business_day is not None:
        hall.ratings[event.visit] = PastRating(
            business_day=hall.business_day,
            service=ticket.service,
            counter=event.counter,
            official=event.official,
            result=event.result,
            attitude=event.attitude,
        )


def _rating_explained(hall: Hall, event: events.RatingExplained) -> None:
    hall.tickets[event.ticket].owes_reasons = False
    if rating := hall.ratings.get(event.visit):
        hall.ratings[event.visit] = msgspec.structs.replace(rating, reasons=event.reasons)


def _rating_struck(hall: Hall, event: events.RatingStruck) -> None:
    del hall.ratings[event.visit]
    if event.business_day == hall.business_day:
        hall.tally(event.service).strike(event.result, event.attitude)


APPLY_TO_RATINGS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.VisitRated: _visit_rated,
    events.RatingExplained: _rating_explained,
    events.RatingStruck: _rating_struck,
}
"""How each fact about ratings changes a hall."""
