"""Forms 01 to 06 filled from a dossier's facts; those whose facts there are not do not exist yet.

A form is issued on the day of the act it tells of, so that a second copy is like the first.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypedDict

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


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act on a dossier, by whom and when by the hall's wall clock; ``due`` from then on."""

    step: str
    at: datetime
    official: str
    department: str = ""
    """Whom it was handed to, by name."""
    reason: str = ""
    needs: tuple[str, ...] = ()
    """What the citizen was asked for; empty where the reason says it."""
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
    if fill := _OF_EVERY_DOSSIER.get(number):
        return fill(facts)
    if number not in _OF_AN_ACT:
        return None
    step, tell = _OF_AN_ACT[number]
    act = next((one for one in reversed(facts.acts) if one.step == step), None)
    return tell(facts, act) if act else None


class _About(TypedDict):
    """What every form to the citizen begins with: whose dossier of what, and which day it is."""

    heading: Heading
    dossier: str
    applicant: Person
    procedure: str


def _about(facts: DossierFacts, at: datetime, number: str = "") -> _About:
    return _About(
        heading=_heading(facts, at, number),
        dossier=facts.dossier,
        applicant=facts.applicant,
        procedure=facts.procedure,
    )


def _receipt(facts: DossierFacts) -> Form:
    return ReceiptForm(
        **_about(facts, facts.registered, facts.serial),
        link=facts.link,
        papers=facts.papers,
        received=facts.received,
        due=facts.due,
        term=facts.term,
        collect_at=facts.collect_at,
        entry=facts.serial,
        official=facts.official,
    )


def _control_slip(facts: DossierFacts) -> Form:
    return ControlSlip(
        heading=_heading(facts, facts.registered, facts.serial),
        dossier=facts.dossier,
        agency=facts.department,
        received=facts.received,
        due=facts.due,
        hand_overs=hand_overs(facts.hall, facts.due, facts.acts),
    )


def _supplement(facts: DossierFacts, act: Act) -> Form:
    lines = tuple(line for line in act.reason.splitlines() if line.strip())
    return SupplementForm(
        **_about(facts, act.at),
        needs=act.needs or lines,
        reason=act.reason if act.needs else "",
        contact=Contact(act.official),
        official=act.official,
    )


def _refusal(facts: DossierFacts, act: Act) -> Form:
    return RefusalForm(**_about(facts, act.at), reason=act.reason, official=act.official)


def _apology(facts: DossierFacts, act: Act) -> Form | None:
    if act.due is None:
        return None
    before = [one.due for one in facts.acts if one.at < act.at and one.due is not None]
    return ApologyForm(
        **_about(facts, act.at),
        agency=facts.department,
        received=facts.received,
        due=before[-1] if before else facts.due,
        reason=act.reason,
        new_due=act.due,
    )


def _stop(facts: DossierFacts, act: Act) -> Form:
    return StopForm(
        **_about(facts, act.at),
        agency=facts.department,
        received=facts.received,
        stopped=act.at,
        reason=act.reason,
        contact=Contact(act.official),
        papers_back=facts.papers,
    )


def _heading(facts: DossierFacts, at: datetime, number: str = "") -> Heading:
    return Heading(
        authority=facts.authority,
        hall=facts.hall,
        place=facts.place,
        issued=at.date(),
        number=number,
    )


_OF_EVERY_DOSSIER: Mapping[str, Callable[[DossierFacts], Form]] = {
    "01": _receipt,
    "06": _control_slip,
}
_OF_AN_ACT: Mapping[str, tuple[str, Callable[[DossierFacts, Act], Form | None]]] = {
    "02": ("request_supplement", _supplement),
    "03": ("refuse", _refusal),
    "04": ("reappoint", _apology),
    "05": ("stop", _stop),
}
"""By number: the act that the form tells of, the last one of its kind."""
