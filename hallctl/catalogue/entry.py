"""One entry of the catalogue: the procedure the rules know, and the facts as the listing wrote them."""

from datetime import date

import msgspec

from hallctl.core.catalogue import Catalogue, Procedure

Facts = dict[str, str]
"""Column → text, the empty ones left out."""


class Entry(msgspec.Struct, frozen=True):
    """A procedure with what citizens read about it."""

    procedure: Procedure
    facts: Facts

    @property
    def code(self) -> str:
        """Its code, a text."""
        return self.procedure.procedure

    @property
    def levels(self) -> tuple[str, ...]:
        """Where it is carried out: ``bo``, ``tinh``, ``xa``, ``khac``."""
        return tuple(self.facts.get("levels", "").split("|"))

    @property
    def is_for_citizens(self) -> bool:
        """Whether people may ask for it, and not companies and offices only."""
        return "Công dân" in self.facts.get("subject", "Công dân")


class Listing(msgspec.Struct, frozen=True):
    """One version of the catalogue, in force from a day on."""

    effective: date = date.min
    entries: tuple[Entry, ...] = ()

    def catalogue(self) -> Catalogue:
        """The part of it that the rules need."""
        return Catalogue(self.effective, {one.code: one.procedure for one in self.entries})

    def by_code(self) -> dict[str, Entry]:
        """Its entries by their codes."""
        return {one.code: one for one in self.entries}
