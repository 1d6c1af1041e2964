"""Facts change which slips wait for paper; they outlive the day, as their dossiers do."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.applying.printing_applying import not_printed, redirected, released
from hallctl.core.hall import Hall, Slip


def _ordered(hall: Hall, event: events.SlipOrdered) -> None:
    hall.slips[event.slip] = Slip(
        event.station,
        slip=event.slip,
        kind=event.kind,
        dossier=event.dossier,
        language=event.language,
        ordered_at=event.at,
        procedure=event.procedure,
        run=event.run,
        department=event.department,
    )


def _printed(hall: Hall, event: events.SlipPrinted) -> None:
    del hall.slips[event.slip]


def _not_printed(hall: Hall, event: events.SlipNotPrinted) -> None:
    not_printed(hall.slips[event.slip], event)


def _redirected(hall: Hall, event: events.SlipRedirected) -> None:
    redirected(hall.slips[event.slip], event)


def _released(hall: Hall, event: events.SlipReleased) -> None:
    released(hall.slips[event.slip])


APPLY_TO_SLIPS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.SlipOrdered: _ordered,
    events.SlipPrinted: _printed,
    events.SlipNotPrinted: _not_printed,
    events.SlipRedirected: _redirected,
    events.SlipReleased: _released,
}
"""How each fact about slips changes a hall."""
