"""Facts change the book of deliveries: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall
from hallctl.core.hall.delivery_book import POST, Carried


def _asked(hall: Hall, event: events.DeliveryAsked) -> None:
    hall.dossiers.every[event.dossier].return_by = POST


def _called_off(hall: Hall, event: events.DeliveryCalledOff) -> None:
    hall.dossiers.every[event.dossier].return_by = "counter"
    hall.office.deliveries.carried.pop(event.dossier, None)


def _handed(hall: Hall, event: events.HandedToCarrier) -> None:
    book = hall.office.deliveries
    if event.row == 1:
        book.batches = book.batches + 1 if book.day == event.day else 1
        book.day = event.day
    book.carried[event.dossier] = Carried(event.batch, event.carrier)


def _delivered(hall: Hall, event: events.ResultDelivered) -> None:
    del hall.office.deliveries.carried[event.dossier]


def _came_back(hall: Hall, event: events.ResultCameBack) -> None:
    hall.office.deliveries.carried[event.dossier].is_back = True


APPLY_TO_DELIVERIES: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.DeliveryAsked: _asked,
    events.DeliveryCalledOff: _called_off,
    events.HandedToCarrier: _handed,
    events.ResultDelivered: _delivered,
    events.ResultCameBack: _came_back,
}
"""How each fact about deliveries changes a hall."""
