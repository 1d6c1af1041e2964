"""What is made of a catalogue's file: its entries, and the index that finds them; once for the same table."""

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.sheets.reading import entries_of
from hallctl.catalogue.sheets.sheet import Sheet

if TYPE_CHECKING:
    from hallctl.catalogue.search import Search

AT_ONCE = 4
"""So many versions are asked for in turn; a table is known by its cells, wherever its file lies."""


class Made:
    """The entries of one table, checked. Raises CatalogueError."""

    def __init__(self, sheet: Sheet) -> None:
        self.entries: tuple[Entry, ...] = entries_of(sheet)

    @cached_property
    def search(self) -> "Search":
        """Takes a while the first time; whoever only reads settings need not load it."""
        from hallctl.catalogue.search import Search  # noqa: PLC0415

        return Search(self.entries)


@lru_cache(AT_ONCE)
def made_of(sheet: Sheet) -> Made:
    """All of it; a hall that begins again, or reads its settings anew, need not make it again."""
    return Made(sheet)
