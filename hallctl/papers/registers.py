"""Form 07: the register of a field and a period, with applicants where they may be shown."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.applicants.applicant import Applicant
from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan
from hallctl.forms.errors import FormError
from hallctl.forms.parts import Heading
from hallctl.forms.tracking_forms import Register, RegisterRow
from hallctl.ledger.dossiers.register_reading import RegisterLine, fields_known, register_lines
from hallctl.papers.words import name_of

MOST_ROWS = 3000
WAYS = {"counter": "Tại quầy", "online": "Trực tuyến", "post": "Bưu chính"}

Whose = Callable[[str], Applicant | None]
"""The applicant of a dossier, if one is kept; the look is logged."""


class Book(NamedTuple):
    """Which dossiers: received from ``first`` to ``last``, of a field or of all."""

    first: date
    last: date
    field: str = ""


def nobody(_dossier: str) -> None:
    """For registers without names."""


def register(database: Database, plan: Plan, book: Book, whose: Whose = nobody) -> Register:
    """The register. Raises :class:`FormError` for a period of nothing, an unknown field, too much."""
    if book.last < book.first:
        raise FormError(f"the period ends on {book.last}, before it begins on {book.first}")
    if book.field and book.field not in (known := fields_known(database)):
        raise FormError(f"no dossier was received in that field; there are: {', '.join(known)}")
    lines = register_lines(database, book.first, book.last, book.field, MOST_ROWS + 1)
    if len(lines) > MOST_ROWS:
        raise FormError(f"there are more than {MOST_ROWS} dossiers: ask for fewer days")
    return Register(
        heading=Heading(
            authority=plan.authority.vi, hall=plan.hall.vi, place=plan.place, issued=book.last
        ),
        first_day=book.first,
        last_day=book.last,
        field=book.field,
        first_entry=lines[0].before + 1 if lines else 1,
        rows=tuple(_row(plan, line, whose(line.dossier)) for line in lines),
    )


def _row(plan: Plan, line: RegisterLine, applicant: Applicant | None) -> RegisterRow:
    reach = (applicant.address, applicant.phone) if applicant else ()
    back = line.returned_at
    return RegisterRow(
        dossier=line.dossier,
        procedure=name_of(line.procedure, plan),
        applicant=applicant.name if applicant else "",
        contact="; ".join(part for part in reach if part),
        agency=plan.department_name(line.department).vi,
        received=wall_clock(line.complete_at, plan.timezone),
        due=wall_clock(line.due_at, plan.timezone),
        returned=wall_clock(back, plan.timezone) if back is not None else None,
        return_by=WAYS.get(line.return_by, line.return_by),
    )
