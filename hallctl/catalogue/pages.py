"""What a citizen is shown of a procedure: how, how long, how much, where, and whose number."""

from datetime import date
from typing import Literal

import msgspec

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.remarks import needs_note
from hallctl.core.catalogue import CHANNELS, Channel, Fee
from hallctl.core.deadlines import Term
from hallctl.core.plan import Plan, Words


class ShownFee(msgspec.Struct, frozen=True):
    """A fee as the listing gives it; where it is not exact, only the note may be shown."""

    amount: float
    currency: str
    note: str
    is_exact: bool


class Way(msgspec.Struct, frozen=True):
    """One channel. A term of 0 is the same day; None is what the listing leaves out."""

    channel: Channel
    term: Term | None
    fee: ShownFee | None


class Queue(msgspec.Struct, frozen=True):
    """The service whose number is to be taken."""

    service: str
    letter: str
    name: Words
    icon: str


class Place(msgspec.Struct, frozen=True):
    """Where it is handed in: here, here from a day on, or elsewhere and why."""

    kind: Literal["here", "from", "elsewhere"]
    begins: date | None = None
    where: Words | None = None
    why: str = ""


class ProcedureLine(msgspec.Struct, frozen=True):
    """A procedure in a list."""

    procedure: str
    name: str
    field: str
    place: Place
    queue: Queue | None
    """None where this hall takes no dossier of it today."""


class ProcedurePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything known of one procedure."""

    procedure: str
    name: str
    field: str
    ministry: str
    department: Words | None
    ways: tuple[Way, ...]
    has_cut_off: bool
    """Handed in after the hall's cut-off, it is due the next working day."""
    subject: str
    decision: str
    result: str
    papers: tuple[str, ...] = ()
    """As the hall lists them; empty where it lists none, and they are asked for at the counter."""
    place: Place
    queue: Queue | None


def line_of(entry: Entry, plan: Plan, day: date) -> ProcedureLine:
    """The entry in a list, as it is on that day."""
    place = place_of(entry, plan, day)
    return ProcedureLine(
        procedure=entry.code,
        name=entry.procedure.name,
        field=entry.procedure.field,
        place=place,
        queue=_queue(entry, plan) if place.kind == "here" else None,
    )


def page_of(entry: Entry, plan: Plan, day: date) -> ProcedurePage:
    """Everything about the entry, as it is on that day."""
    procedure, facts = entry.procedure, entry.facts
    line = line_of(entry, plan, day)
    return ProcedurePage(
        procedure=line.procedure,
        name=line.name,
        field=line.field,
        ministry=procedure.ministry,
        department=department_named(plan, procedure.department),
        ways=_ways(entry),
        has_cut_off=procedure.has_cut_off,
        subject=facts.get("subject", ""),
        decision=facts.get("decision", ""),
        result=facts.get("result", ""),
        papers=procedure.papers,
        place=line.place,
        queue=line.queue,
    )


def place_of(entry: Entry, plan: Plan, day: date) -> Place:
    """Where the entry's dossiers are handed in on that day."""
    procedure = entry.procedure
    if procedure.is_handled(day):
        return Place("here")
    elsewhere = procedure.elsewhere
    where = Words(elsewhere.where, elsewhere.where) if elsewhere else None
    if "elsewhere" not in entry.facts:
        where = department_named(plan, procedure.department) or where
    kind: Literal["from", "elsewhere"] = "from" if procedure.here_from else "elsewhere"
    return Place(kind, procedure.here_from, where, elsewhere.why if elsewhere else "")


def department_named(plan: Plan, department: str) -> Words | None:
    """The department's name, or None where the hall has none of that id."""
    return next((one.name for one in plan.departments if one.department == department), None)


def _queue(entry: Entry, plan: Plan) -> Queue | None:
    service = plan.service(entry.procedure.service)
    if service is None:
        return None
    return Queue(service.service, service.letter, service.name, service.icon)


def _ways(entry: Entry) -> tuple[Way, ...]:
    procedure = entry.procedure
    offers = ((channel, procedure.offers.get(channel)) for channel in CHANNELS)
    return tuple(
        Way(channel, procedure.term(channel) if offer.term else None, _shown(offer.fee))
        for channel, offer in offers
        if offer is not None and (offer.term or offer.fee)
    )


def _shown(fee: Fee | None) -> ShownFee | None:
    if fee is None:
        return None
    return ShownFee(fee.amount, fee.currency, fee.note, is_exact=not needs_note(fee))
