"""Facts change which slips wait for paper; they outlive the day, as their dossiers do."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall, Slip


def _ordered(hall: Hall, event: events.SlipOrdered) -> None:
    hall.slips[event.slip] = Slip(
        event.slip,
        event.kind,
        event.dossier,
        event.station,
        event.language,
        procedure=event.procedure,
    )


def _printed(hall: Hall, event: events.SlipPrinted) -> None:
    del hall.slips[event.slip]


def _not_printed(hall: Hall, event: events.SlipNotPrinted) -> None:
    hall.slips[event.slip].fault = event.fault


APPLY_TO_SLIPS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.SlipOrdered: _ordered,
    events.SlipPrinted: _printed,
    events.SlipNotPrinted: _not_printed,
}
"""How each fact about slips changes a hall."""
