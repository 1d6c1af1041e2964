"""Figures opened as whoever reads them does: every record behind one, page after page."""

from typing import Any

from sqlite_utils import Database

from hallctl.reports.behind.listing import Listing, Place, chunks_of, page_of, read_span
from hallctl.reports.behind.opened import opened
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import Sources


def everything(listing: Listing, ledger: Database) -> list[Any]:
    """All of it, a stretch of days after another."""
    spans = chunks_of(listing)
    return [record for span in spans for record in read_span(listing, ledger, span)]


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
