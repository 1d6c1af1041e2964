"""Forms 01 to 05: what is handed or sent to the citizen. Times are the hall's local wall clock."""

from datetime import datetime

import msgspec

from hallctl.core.deadlines import Term
from hallctl.forms.parts import Authoriser, Contact, Heading, Person, Signer


class ReceiptForm(msgspec.Struct, frozen=True, kw_only=True):
    """Form 01: the dossier is received, and when its result will be there.

    ``procedure`` is its name, ``received`` when it was complete and valid, ``term`` the time limit
    by the rules or None where there is none; ``link`` is the dossier's status page, drawn as a QR
    code. ``book`` and ``entry`` say where the register has it.
    """

    heading: Heading
    dossier: str
    link: str
    applicant: Person
    procedure: str
    papers: tuple[str, ...]
    received: datetime
    due: datetime
    authoriser: Authoriser | None = None
    sets: int = 1
    term: Term | None = None
    collect_at: str = ""
    book: str = ""
    entry: str = ""
    official: str = ""


class SupplementForm(msgspec.Struct, frozen=True, kw_only=True):
    """Form 02: what is missing or wrong, and whom to ask; ``dossier`` where there is one already."""

    heading: Heading
    applicant: Person
    procedure: str
    needs: tuple[str, ...]
    reason: str
    contact: Contact
    dossier: str = ""
    official: str = ""


class RefusalForm(msgspec.Struct, frozen=True, kw_only=True):
    """Form 03: the dossier is not taken in, and why."""

    heading: Heading
    applicant: Person
    procedure: str
    reason: str
    dossier: str = ""
    official: str = ""


class ApologyForm(msgspec.Struct, frozen=True, kw_only=True):
    """Form 04: the result will be late; an apology, the reason and the new time.

    ``agency`` is the one that solves the dossier, ``due`` the time promised first.
    """

    heading: Heading
    dossier: str
    applicant: Person
    procedure: str
    agency: str
    received: datetime
    due: datetime
    reason: str
    new_due: datetime
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()


class StopForm(msgspec.Struct, frozen=True, kw_only=True):
    """Form 05: the dossier ends without a result, and why.

    Of this form the name alone was at hand; its fields are those of the others that it needs.
    ``papers_back`` are the papers given back.
    """

    heading: Heading
    dossier: str
    applicant: Person
    procedure: str
    agency: str
    received: datetime
    stopped: datetime
    reason: str
    contact: Contact
    papers_back: tuple[str, ...] = ()
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
