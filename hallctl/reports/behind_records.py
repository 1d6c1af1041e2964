"""What stands behind figures of complaints, fees, deliveries and appointments: the ledger's own rows of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from hallctl.reports.appointment_report import APPOINTMENTS
from hallctl.reports.complaint_report import COMPLAINTS
from hallctl.reports.delivery_report import DELIVERIES
from hallctl.reports.fee_report import FEES
from hallctl.reports.indicator_counts import complaints_counted, lacking, procedures_here
from hallctl.reports.opening import SHOWN, Opening
from hallctl.reports.orders import Sources
from hallctl.reports.tallied import Book, Wanted


class CountedComplaint(NamedTuple):
    """One complaint with its clocks; days as ISO texts. No words, no name."""

    complaint: str
    day: str
    about: str
    department: str | None
    state: str
    finding: str | None
    decide_by: str
    decided_on: str | None
    answer_by: str
    answered_on: str | None


class CountedPayment(NamedTuple):
    """Money that changed hands once; below 0 when it was paid back."""

    at: int
    dossier: str
    procedure: str
    method: str
    counter: str
    official: str
    amount: int


class CountedDelivery(NamedTuple):
    """One result on its way home."""

    dossier: str
    procedure: str
    carrier: str
    state: str
    official: str
    handed_at: int
    done_at: int | None
    reason: str | None


class CountedAppointment(NamedTuple):
    """One appointment, its time and what became of it; it names nobody."""

    appointment: str
    service: str
    starts_at: int
    state: str
    channel: str
    moves: int
    checked_in_at: int | None
    ticket: str | None
    reason: str | None


def complaints_behind(opening: Opening, sources: Sources) -> list[CountedComplaint]:
    """The newest complaints that a figure counted."""
    records = _Records(COMPLAINTS, COMPLAINTS.rows, "filed_at")
    rows = _found(records, CountedComplaint._fields, opening, sources)
    return [CountedComplaint(*row) for row in rows]


def payments_behind(opening: Opening, sources: Sources) -> list[CountedPayment]:
    """The newest payments that a figure counted."""
    paid = "select * from fee_payments where day between :first and :last"
    rows = _found(_Records(FEES, paid, "at"), CountedPayment._fields, opening, sources)
    return [CountedPayment(*row) for row in rows]


def deliveries_behind(opening: Opening, sources: Sources) -> list[CountedDelivery]:
    """The newest deliveries that a figure counted."""
    records = _Records(DELIVERIES, DELIVERIES.rows, "handed_at")
    rows = _found(records, CountedDelivery._fields, opening, sources)
    return [CountedDelivery(*row) for row in rows]


def appointments_behind(opening: Opening, sources: Sources) -> list[CountedAppointment]:
    """The newest appointments that a figure counted."""
    records = _Records(APPOINTMENTS, APPOINTMENTS.rows, "starts_at")
    rows = _found(records, CountedAppointment._fields, opening, sources)
    return [CountedAppointment(*row) for row in rows]


class _Records(NamedTuple):
    """The rows that a report's figures were counted from, and by which of them they are listed."""

    book: Book
    rows: str
    newest: str


def _found(
    records: _Records, names: tuple[str, ...], opening: Opening, sources: Sources
) -> Iterable[tuple[Any, ...]]:
    one = opening.narrowed
    line = (
        "1"
        if one.key is None or one.order.by == "indicator"
        else f"{records.book.keys[one.order.by]} = :key"
    )
    counted = {figure.key: figure.counted for figure in records.book.figures}
    which = counted.get(one.figure, "1")
    if one.order.by == "indicator":
        which = complaints_counted(one.key, one.figure)
    found: Iterable[tuple[Any, ...]] = sources.ledger.execute(
        f"select {', '.join(names)} from ({records.rows}) where {line} and ({which})"  # noqa: S608 - our own names
        f" order by {records.newest} desc limit {SHOWN}",
        Wanted(one.order.period, sources.now).asked | {"key": one.key or ""},
    )
    return found


class CountedProcedure(NamedTuple):
    """A procedure that is handled here, and what its public listing lacks."""

    procedure: str
    name: str
    lacking: tuple[str, ...]


def procedures_behind(opening: Opening, sources: Sources) -> list[CountedProcedure]:
    """Those that indicator 1 counted; a whole line: those whose listing lacks something."""
    every = [
        CountedProcedure(one.procedure, one.name, lacking(one)) for one in procedures_here(sources)
    ]
    match opening.figure:
        case "counted":
            found = every
        case "reached":
            found = [one for one in every if not one.lacking]
        case _:
            found = [one for one in every if one.lacking]
    return found[:SHOWN]
