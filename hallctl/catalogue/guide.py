"""The look-up of one catalogue for citizens: search, the tree of fields, a procedure's page."""

import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from hallctl.catalogue.entry import Listing
from hallctl.catalogue.pages import (
    ProcedureLine,
    ProcedurePage,
    department_named,
    line_of,
    page_of,
)
from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.search import Search
from hallctl.catalogue.search.folding import fold
from hallctl.catalogue.shelf import Shelf, Version
from hallctl.core.plan import Plan, Words


class FieldBranch(msgspec.Struct, frozen=True, order=True):
    """A field and how many procedures it has."""

    field: str
    procedures: int


class DepartmentBranch(msgspec.Struct, frozen=True):
    """A department's fields, by their names."""

    department: str
    """Empty for procedures that none of the hall's departments solves."""
    name: Words | None
    fields: tuple[FieldBranch, ...]


class Guide:
    """Answers about one listing, in the words of one hall."""

    def __init__(self, listing: Listing, plan: Plan, search: Search | None = None) -> None:
        self._entries = listing.entries
        self._by_code = listing.by_code()
        self._plan = plan
        self._search = search or Search(listing.entries)

    def find(self, query: str, limit: int, day: date) -> tuple[ProcedureLine, ...]:
        """What answers the query, the best first."""
        found = self._search.find(query, limit)
        return tuple(line_of(entry, self._plan, day) for entry in found)

    def page(self, procedure: str, day: date) -> ProcedurePage | None:
        """Everything about the procedure with that code; None where there is none."""
        entry = self._by_code.get(procedure)
        return page_of(entry, self._plan, day) if entry else None

    def tree(self) -> tuple[DepartmentBranch, ...]:
        """Departments in the hall's order with their fields; those of no department last."""
        known = [one.department for one in self._plan.departments]
        counts = Counter(
            (self._department(one.procedure.department), one.procedure.field)
            for one in self._entries
        )
        branches = (self._branch(department, counts) for department in (*known, ""))
        return tuple(branch for branch in branches if branch.fields)

    def of_field(self, department: str, field: str, day: date) -> tuple[ProcedureLine, ...]:
        """The procedures of a department's field, by their names."""
        wanted = (department, field)
        entries = (
            one
            for one in self._entries
            if (self._department(one.procedure.department), one.procedure.field) == wanted
        )
        ordered = sorted(entries, key=lambda one: (fold(one.procedure.name), one.code))
        return tuple(line_of(entry, self._plan, day) for entry in ordered)

    def of_service(
        self, service: str, first: Sequence[str], limit: int, day: date
    ) -> tuple[ProcedureLine, ...]:
        """The procedures whose number is that service's: those of ``first``, then by their names."""
        places = {code: place for place, code in enumerate(first)}
        entries = (one for one in self._entries if one.procedure.service == service)
        ordered = sorted(
            entries,
            key=lambda one: (places.get(one.code, len(places)), fold(one.procedure.name), one.code),
        )
        lines = (line_of(entry, self._plan, day) for entry in ordered)
        return tuple(islice((line for line in lines if line.queue), limit))

    def _department(self, department: str) -> str:
        return department if department_named(self._plan, department) else ""

    def _branch(self, department: str, counts: Counter[tuple[str, str]]) -> DepartmentBranch:
        fields = sorted(
            (fold(field), FieldBranch(field, number))
            for (owner, field), number in counts.items()
            if owner == department
        )
        name = department_named(self._plan, department)
        return DepartmentBranch(department, name, tuple(branch for _, branch in fields))


class Guides:
    """The guide for a day, made before somebody asks, and again when its file has changed."""

    def __init__(self, shelf: Shelf, plan: Plan) -> None:
        self._shelf = shelf
        self._plan = plan
        self._making = threading.Lock()
        self._made: tuple[tuple[Path, int] | None, Guide] | None = None

    def make_ready(self, day: date) -> None:
        """Have the guide made before anybody asks; what can't be made is told to whoever does."""
        with suppress(CatalogueError):
            self.on(day)

    def on(self, day: date) -> Guide:
        """The guide to the catalogue in force on that day. May be asked from any thread.

        Takes a while the first time. Raises CatalogueError.
        """
        version = self._shelf.in_force(day)
        state = (version.path, version.path.stat().st_mtime_ns) if version else None
        with self._making:
            if self._made is None or self._made[0] != state:
                self._made = state, self._guide_to(version)
            return self._made[1]

    def _guide_to(self, version: Version | None) -> Guide:
        if version is None:
            return Guide(Listing(), self._plan)
        made = self._shelf.made(version)
        return Guide(Listing(version.effective, made.entries), self._plan, made.search)
