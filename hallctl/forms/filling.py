"""Forms 01 to 06 filled from a dossier's facts; those whose facts there are not do not exist yet.

A form is issued on the day of the act it tells of, so that a second copy is like the first.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from hallctl.core.deadlines import Term
from hallctl.forms.citizen_forms import (
    ApologyForm,
    ReceiptForm,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from hallctl.forms.drawing import Form
from hallctl.forms.hand_overs import hand_overs
from hallctl.forms.parts import Contact, Heading, Person
from hallctl.forms.tracking_forms import ControlSlip

BLANK_ROWS = 3
"""On form 06, for hand-overs that a pen will tell of."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act on a dossier, by whom and when by the hall's wall clock; ``due`` from then on."""

    step: str
    at: datetime
    official: str
    department: str = ""
    """Whom it was handed to, by name."""
    reason: str = ""
    due: datetime | None = None


class DossierFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the forms tell of a dossier: names instead of ids, the hall's wall clock."""

    authority: str
    hall: str
    place: str
    dossier: str
    link: str
    applicant: Person
    procedure: str
    papers: tuple[str, ...]
    term: Term | None
    received: datetime
    """When it was complete and valid."""
    registered: datetime
    """When it was given its code."""
    due: datetime
    """Promised first."""
    collect_at: str
    official: str
    """Who received it."""
    department: str
    """Who solves it, by name."""
    serial: str
    acts: tuple[Act, ...] = ()


def filled(number: str, facts: DossierFacts) -> Form | None:
    """The form of that number, or None where nothing has happened that it would tell of."""
    fill = _FILL.get(number)
    return fill(facts) if fill else None


def _receipt(facts: DossierFacts) -> Form:
    return ReceiptForm(
        heading=_heading(facts, facts.registered, facts.serial),
        dossier=facts.dossier,
        link=facts.link,
        applicant=facts.applicant,
        procedure=facts.procedure,
        papers=facts.papers,
        received=facts.received,
        due=facts.due,
        term=facts.term,
        collect_at=facts.collect_at,
        entry=facts.serial,
        official=facts.official,
    )


def _supplement(facts: DossierFacts) -> Form | None:
    act = _last(facts, "request_supplement")
    if act is None:
        return None
    return SupplementForm(
        heading=_heading(facts, act.at),
        applicant=facts.applicant,
        procedure=facts.procedure,
        needs=tuple(line for line in act.reason.splitlines() if line.strip()),
        reason="",
        contact=Contact(act.official),
        dossier=facts.dossier,
        official=act.official,
    )


def _refusal(facts: DossierFacts) -> Form | None:
    act = _last(facts, "refuse")
    if act is None:
        return None
    return RefusalForm(
        heading=_heading(facts, act.at),
        applicant=facts.applicant,
        procedure=facts.procedure,
        reason=act.reason,
        dossier=facts.dossier,
        official=act.official,
    )


def _apology(facts: DossierFacts) -> Form | None:
    act = _last(facts, "reappoint")
    if act is None or act.due is None:
        return None
    before = [one.due for one in facts.acts if one.at < act.at and one.due is not None]
    return ApologyForm(
        heading=_heading(facts, act.at),
        dossier=facts.dossier,
        applicant=facts.applicant,
        procedure=facts.procedure,
        agency=facts.department,
        received=facts.received,
        due=before[-1] if before else facts.due,
        reason=act.reason,
        new_due=act.due,
    )


def _stop(facts: DossierFacts) -> Form | None:
    act = _last(facts, "stop")
    if act is None:
        return None
    return StopForm(
        heading=_heading(facts, act.at),
        dossier=facts.dossier,
        applicant=facts.applicant,
        procedure=facts.procedure,
        agency=facts.department,
        received=facts.received,
        stopped=act.at,
        reason=act.reason,
        contact=Contact(act.official),
        papers_back=facts.papers,
    )


def _control_slip(facts: DossierFacts) -> Form:
    return ControlSlip(
        heading=_heading(facts, facts.registered, facts.serial),
        dossier=facts.dossier,
        agency=facts.department,
        received=facts.received,
        due=facts.due,
        hand_overs=hand_overs(facts.hall, facts.due, facts.acts),
        blank_rows=BLANK_ROWS,
    )


def _heading(facts: DossierFacts, at: datetime, number: str = "") -> Heading:
    return Heading(
        authority=facts.authority,
        hall=facts.hall,
        place=facts.place,
        issued=at.date(),
        number=number,
    )


def _last(facts: DossierFacts, step: str) -> Act | None:
    return next((act for act in reversed(facts.acts) if act.step == step), None)


_FILL: Mapping[str, Callable[[DossierFacts], Form | None]] = {
    "01": _receipt,
    "02": _supplement,
    "03": _refusal,
    "04": _apology,
    "05": _stop,
    "06": _control_slip,
}
