"""Procedures as the hall's look-up gives them, and how a station asks for them."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar
from urllib.parse import quote

import msgspec

from hallctl.core.plan import Words
from hallctl.station.link.requesting import Found

PATH = "/api/procedures"

_Answer = TypeVar("_Answer", bound=msgspec.Struct)


class Place(msgspec.Struct, frozen=True):
    """``here``, ``from`` a day on, or ``elsewhere``."""

    kind: str
    begins: date | None = None
    where: Words | None = None
    why: str = ""


class Queue(msgspec.Struct, frozen=True):
    """The service whose number to take."""

    service: str
    letter: str
    name: Words


class ProcedureLine(msgspec.Struct, frozen=True):
    """A procedure in a list."""

    procedure: str
    name: str
    place: Place
    queue: Queue | None = None


class Term(msgspec.Struct, frozen=True):
    """How long it takes; an amount of 0 is the same day."""

    amount: float
    unit: str


class Fee(msgspec.Struct, frozen=True):
    """What it costs; where it is not exact, only the note says."""

    amount: float
    currency: str
    note: str = ""
    is_exact: bool = True


class Way(msgspec.Struct, frozen=True):
    """One channel: ``counter``, ``online`` or ``post``."""

    channel: str
    term: Term | None = None
    fee: Fee | None = None


class ProcedurePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything known of one procedure."""

    procedure: str
    name: str
    field: str = ""
    department: Words | None = None
    ways: tuple[Way, ...] = ()
    has_cut_off: bool = False
    papers: tuple[str, ...] = ()
    place: Place
    queue: Queue | None = None


class Branch(msgspec.Struct, frozen=True):
    """A field and how many procedures it has."""

    field: str
    procedures: int


class Department(msgspec.Struct, frozen=True):
    """A department's fields; it has no name where none of the hall's solves them."""

    department: str
    name: Words | None
    fields: tuple[Branch, ...]


class _Lines(msgspec.Struct):
    procedures: tuple[ProcedureLine, ...]


class _Departments(msgspec.Struct):
    departments: tuple[Department, ...]


LinesHeard = Callable[[tuple[ProcedureLine, ...] | None], None]


class LookingLink(Protocol):
    """What looking up needs of a link; ``hallctl.station.link.HallLink`` has it."""

    def look_up(self, path: str, query: dict[str, str], found: Found) -> None:
        """Ask; ``found`` is called once with the body, or with None."""


class ProcedureLookUp:
    """Asks for procedures; whoever asked hears structs, or None where the hall gave none."""

    def __init__(self, link: LookingLink) -> None:
        self._link = link

    def find(self, words: str, limit: int, heard: LinesHeard) -> None:
        """The procedures that answer ``words`` best."""
        self._ask_lines({"q": words, "limit": str(limit)}, heard)

    def of_field(
        self,
        department: str,
        field: str,
        heard: LinesHeard,
    ) -> None:
        """The procedures of a department's field."""
        self._ask_lines({"department": department, "field": field}, heard)

    def of_service(
        self,
        service: str,
        limit: int,
        heard: LinesHeard,
    ) -> None:
        """The procedures whose number the service gives, those received last first."""
        self._ask_lines({"service": service, "limit": str(limit)}, heard)

    def departments(self, heard: Callable[[tuple[Department, ...] | None], None]) -> None:
        """Departments with their fields."""

        def read(body: bytes | None) -> None:
            tree = _read(body, _Departments)
            heard(tree.departments if tree else None)

        self._link.look_up(PATH, {}, read)

    def page(self, procedure: str, heard: Callable[[ProcedurePage | None], None]) -> None:
        """Everything about the procedure of that code."""
        path = f"{PATH}/{quote(procedure, safe='')}"
        self._link.look_up(path, {}, lambda body: heard(_read(body, ProcedurePage)))

    def _ask_lines(self, query: dict[str, str], heard: LinesHeard) -> None:
        def read(body: bytes | None) -> None:
            lines = _read(body, _Lines)
            heard(lines.procedures if lines else None)

        self._link.look_up(PATH, query, read)


def _read(body: bytes | None, kind: type[_Answer]) -> _Answer | None:
    try:
        return None if body is None else msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        return None
