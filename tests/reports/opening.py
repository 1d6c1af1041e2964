"""Figures opened as whoever reads them does: every record behind one, page after page."""

from typing import Any

from hallctl.reports.listing import Place, everything, page_of
from hallctl.reports.opened import opened
from hallctl.reports.opening import Opening
from hallctl.reports.orders import Sources


def behind(opening: Opening, sources: Sources) -> list[Any]:
    """All that a figure counted."""
    return everything(opened(opening, sources), sources.ledger)


def turned(opening: Opening, sources: Sources) -> list[Any]:
    """The same, found by turning pages from the first to the last."""
    listing, place, found = opened(opening, sources), Place(), list[Any]()
    while True:
        page = page_of(listing, sources.ledger, place)
        found += page.rows
        if page.after is None:
            return found
        place = Place(key=page.after)
