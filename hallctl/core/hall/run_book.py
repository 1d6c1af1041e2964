"""The courier runs in memory: those of today, and every older one that something is missing from."""

from datetime import date
from enum import StrEnum

import msgspec


class ItemState(StrEnum):
    """Where a dossier on a manifest is."""

    ON_ITS_WAY = "on_its_way"
    IN = "in"
    MISSING = "missing"
    """The run was closed, and it had not arrived. It may still be found and scanned in."""


class RunItem(msgspec.Struct, gc=False):
    """One row of a manifest; ``since`` (ms) is when it came into its state."""

    dossier: str
    row: int
    department: str
    direction: str
    out_at: int
    since: int
    state: ItemState = ItemState.ON_ITS_WAY
    place: str = ""
    """The department it was scanned in at; empty for the hall."""


class Run(msgspec.Struct):
    """A courier's trip to departments and back; times in milliseconds."""

    run: str
    day: date
    trip: int
    leaves_at: int
    due_at: int
    is_open: bool = True
    items: list[RunItem] = []

    def count(self, state: ItemState) -> int:
        """How many of its items are in that state."""
        return sum(item.state is state for item in self.items)

    def is_late(self, at: int) -> bool:
        """Whether something on it should have arrived by ``at`` (ms)."""
        return at > self.due_at and self.count(ItemState.ON_ITS_WAY) > 0


class Carrying(msgspec.Struct, frozen=True, gc=False):
    """The run a dossier is on its way with, or missing from, and its row there."""

    run: str
    row: int


class RunBook(msgspec.Struct):
    """Changed by :mod:`hallctl.core.applying.run_applying` alone."""

    day: date | None = None
    """The newest day a run was opened on."""
    every: dict[str, Run] = {}
    """In the order they were opened."""
    carried: dict[str, Carrying] = {}
    """By dossier. One has a place here at most once: nothing is on two runs."""

    def turn_to(self, day: date) -> None:
        """Begin a new day: forget older runs that are over and whole."""
        if day == self.day:
            return
        self.day = day
        self.every = {
            name: run
            for name, run in self.every.items()
            if run.is_open or run.count(ItemState.MISSING)
        }

    def newest_open(self) -> Run | None:
        """The run opened last of those that are open."""
        return next((run for run in reversed(self.every.values()) if run.is_open), None)

    def last_row(self, dossier: str) -> tuple[Run, RunItem] | None:
        """The newest row of the dossier on a run that is still in the book, whatever its state."""
        for run in reversed(self.every.values()):
            for item in reversed(run.items):
                if item.dossier == dossier:
                    return run, item
        return None

    def carrying(self, dossier: str) -> tuple[Run, RunItem] | None:
        """The run and the row that a dossier is on its way with, or missing from."""
        place = self.carried.get(dossier)
        if place is None:
            return None
        run = self.every[place.run]
        return run, run.items[place.row - 1]
