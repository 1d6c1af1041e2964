"""Forms 06 and 07 for the command line, drawn from the ledger and the applicants beside it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.applicants.store import Applicants
from hallctl.core.dossier_codes import parse_code
from hallctl.forms.drawing import draw_form
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.dossiers.dossier_lookup import dossier_of
from hallctl.machine.clock import SystemClock
from hallctl.papers.control_slips import control_slip
from hallctl.papers.registers import Book, nobody, register
from hallctl.settings import HallSettings

TECHNICIAN = Looker("hallctl")


class Wanted(NamedTuple):
    """Which form of what; ``book`` is the register's first day, last day and field."""

    form: str
    code: str
    book: tuple[date, date, str]
    names: bool


def printed(database: Database, settings: HallSettings, wanted: Wanted) -> bytes:
    """The form as PDF. Raises ValueError that says what can't be."""
    match wanted:
        case Wanted(form="06", code=code) if code:
            return _control_slip(database, settings, code)
        case Wanted(form="06"):
            raise ValueError("name the dossier: hallctl forms print 06 CODE")
        case Wanted(form="07", code=""):
            return _register(database, settings, wanted)
        case Wanted(form="07"):
            raise ValueError(
                "form 07 is of a period, not of a dossier: use --from, --to and --field"
            )
    raise ValueError(f"{wanted.form!r} is printed at a counter; here there are 06 and 07")


def _control_slip(database: Database, settings: HallSettings, code: str) -> bytes:
    record = dossier_of(database, str(parse_code(code)))
    if record is None:
        raise ValueError(f"there is no dossier {code}")
    return draw_form(control_slip(settings.plan, record))


def _register(database: Database, settings: HallSettings, wanted: Wanted) -> bytes:
    book = Book(*wanted.book)
    if not wanted.names:
        return draw_form(register(database, settings.plan, book, nobody))
    directory = HallDirectory(settings.directory)
    clock = SystemClock(settings.plan.timezone)
    applicants = Applicants(directory.applicants, directory.applicants_key(), clock.now)
    try:
        return draw_form(register(database, settings.plan, book, _whose(applicants)))
    finally:
        applicants.close()


def _whose(applicants: Applicants) -> Callable[[str], Applicant | None]:
    return lambda dossier: applicants.printed(dossier, TECHNICIAN, "07")
