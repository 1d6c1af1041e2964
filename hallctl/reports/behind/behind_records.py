"""What stands behind figures of complaints, fees, deliveries and appointments: the ledger's own rows of them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hallctl.reports.behind.listing import Listing, Part, Value
from hallctl.reports.behind.opening import Opening
from hallctl.reports.indicators.indicator_counts import complaints_counted
from hallctl.reports.orders import Sources
from hallctl.reports.tallied import Book, Wanted
from hallctl.reports.tallied.appointment_report import APPOINTMENTS
from hallctl.reports.tallied.complaint_report import COMPLAINTS
from hallctl.reports.tallied.delivery_report import DELIVERIES
from hallctl.reports.tallied.fee_report import FEES


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
    department: str
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


class _Records(NamedTuple):
    """The rows that a report's figures were counted from, and what each of them is."""

    book: Book
    rows: str
    make: Callable[..., Any]
    fields: tuple[str, ...]


_COMPLAINTS = _Records(COMPLAINTS, COMPLAINTS.rows, CountedComplaint, CountedComplaint._fields)
_PAYMENTS = _Records(
    FEES,
    "select *, rowid as kept_at from fee_payments where day between :first and :last",
    CountedPayment,
    CountedPayment._fields,
)
_DELIVERIES = _Records(DELIVERIES, DELIVERIES.rows, CountedDelivery, CountedDelivery._fields)
_APPOINTMENTS = _Records(
    APPOINTMENTS, APPOINTMENTS.rows, CountedAppointment, CountedAppointment._fields
)


def complaints_behind(opening: Opening, sources: Sources) -> Listing:
    """The complaints that a figure counted."""
    return _listing(_COMPLAINTS, opening, sources)


def payments_behind(opening: Opening, sources: Sources) -> Listing:
    """The payments that a figure counted."""
    return _listing(_PAYMENTS, opening, sources)


def deliveries_behind(opening: Opening, sources: Sources) -> Listing:
    """The deliveries that a figure counted."""
    return _listing(_DELIVERIES, opening, sources)


def appointments_behind(opening: Opening, sources: Sources) -> Listing:
    """The appointments that a figure counted."""
    return _listing(_APPOINTMENTS, opening, sources)


def _listing(records: _Records, opening: Opening, sources: Sources) -> Listing:
    one = opening.narrowed
    asked: dict[str, Value] = {
        **Wanted(one.order.period, sources.now).asked,
        "key": one.order.department if one.order.by == "indicator" else one.key,
        "dimension": _dimension(records, one),
    }
    found = f"({records.rows}) where {_line(records, one)} and ({_which(records, one)})"
    counted = _by_sums(records, one) or f"select day, count(*) from {found} group by 1"  # noqa: S608 - our own names
    days = dict(sources.ledger.execute(counted, asked).fetchall())
    # The days of a page stand for those of the period: fewer rows are looked at.
    of_days = found.replace(":first", ":since").replace(":last", ":until")
    rows = (
        f"select *, day as on_day, kept_at as seq from {of_days}"  # noqa: S608 - our own names
        " and day in (select value from json_each(:days))"
    )
    return Listing(records.fields, (Part(rows, days),), asked, lambda row: records.make(*row))


def _dimension(records: _Records, one: Opening) -> str:
    return records.book.dimension("" if one.key is None else one.order.by)


def _by_sums(records: _Records, one: Opening) -> str:
    """How many a day by the sums that are kept of it; empty where none are. SQL."""
    if records.book.sums is None:
        return ""
    rows, key = records.book.added("" if one.key is None else one.order.by)
    times = {figure.key: figure.times for figure in records.book.figures}
    usual = records.book.figures[0].times
    line = f"{key} = :key" if key else "1"
    return f"select day, sum({times.get(one.figure, usual)}) from ({rows}) where {line} group by 1"  # noqa: S608 - our own names


def _line(records: _Records, one: Opening) -> str:
    if one.order.by == "indicator":
        return "1" if one.order.department is None else "coalesce(department, '') = :key"
    return "1" if one.key is None else f"{records.book.keys[one.order.by]} = :key"


def _which(records: _Records, one: Opening) -> str:
    if one.order.by == "indicator":
        return complaints_counted(one.key, one.figure)
    counted = {figure.key: figure.counted for figure in records.book.figures}
    return counted.get(one.figure, "1")
