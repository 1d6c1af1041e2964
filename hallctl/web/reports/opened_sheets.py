"""The records behind a figure to take away: their columns, and their lines as CSV and XLSX."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.plan import Plan
from hallctl.reports.behind.listing import chunks_of, read_span
from hallctl.reports.behind.opened import kind_of, opened
from hallctl.reports.behind.opening import Opening
from hallctl.reports.files.sheets import plain
from hallctl.reports.orders import Sources
from hallctl.reports.report import Cell, Kind
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.reports.wording import labels
from hallctl.web.site import WORDS

MOST_IN_A_BOOK = 50_000
"""Rows; more take an office program long, and the hall's machine too."""


class Telling(NamedTuple):
    """With what a record is told: words of pages and reports, and names for keys."""

    words: dict[str, str]
    reports: dict[str, str]
    service: Callable[[str], str]
    department: Callable[[str], str]
    zone: ZoneInfo


class Field(NamedTuple):
    """One column: the name of its words, its kind, and how it is read off a record."""

    title: str
    kind: Kind
    read: Callable[[Any, Telling], Cell]


def telling(plan: Plan, say: Saying) -> Telling:
    """In the reader's language, by the hall's clock."""
    return Telling(
        WORDS[say.language],
        REPORT_WORDS[say.language],
        labels("service", plan, say),
        labels("department", plan, say),
        ZoneInfo(plan.timezone),
    )


def _own(title: str, kind: Kind, name: str) -> Field:
    """A column that is shown as it is kept."""
    return Field(title, kind, lambda one, _tell: getattr(one, name))


_DOSSIER, _PROCEDURE = (
    _own("dossier_code", "text", "dossier"),
    _own("procedure_code", "text", "procedure"),
)
_OFFICIAL = _own("by_official", "text", "official")

SHEETS: dict[str, tuple[Field, ...]] = {
    "visits": (
        _own("ticket_number", "text", "number"),
        _own("day", "text", "business_day"),
        Field("service", "text", lambda one, tell: tell.service(one.service)),
        Field(
            "state",
            "text",
            lambda one, tell: tell.words.get(f"part_{one.state}", one.state),
        ),
        _own("taken_at", "moment", "issued_at"),
        _own("waited", "span", "waited_s"),
        _own("finished_at", "moment", "finished_at"),
        _own("counter_word", "text", "counter"),
        _OFFICIAL,
        _own("told_result", "count", "result"),
        _own("told_attitude", "count", "attitude"),
        _own("visit_word", "text", "ticket"),
    ),
    "dossiers": (
        _DOSSIER,
        _PROCEDURE,
        Field("procedure_department", "text", lambda one, tell: tell.department(one.department)),
        Field("state", "text", lambda one, tell: tell.words[f"held_{one.state}"]),
        _own("complete_at", "moment", "complete_at"),
        _own("due_at", "moment", "due_at"),
        _own("finished_at", "moment", "finished_at"),
        Field(
            "punctuality_word",
            "text",
            lambda one, tell: (
                tell.words[f"punctual_{one.punctuality}"] if one.punctuality else None
            ),
        ),
    ),
    "complaints": (
        _own("complaint_code_word", "text", "complaint"),
        _own("day", "text", "day"),
        Field("by_about", "text", lambda one, tell: tell.reports[f"about_{one.about}"]),
        Field(
            "procedure_department",
            "text",
            lambda one, tell: tell.department(one.department) if one.department else None,
        ),
        Field("state", "text", lambda one, tell: tell.words[f"complaint_state_{one.state}"]),
        Field(
            "by_finding",
            "text",
            lambda one, tell: tell.reports[f"finding_{one.finding}"] if one.finding else None,
        ),
        _own("decide_by", "text", "decide_by"),
        _own("decided_on", "text", "decided_on"),
        _own("answer_by", "text", "answer_by"),
        _own("answered_on", "text", "answered_on"),
    ),
    "payments": (
        _own("trail_at", "moment", "at"),
        _DOSSIER,
        _PROCEDURE,
        Field("procedure_department", "text", lambda one, tell: tell.department(one.department)),
        Field("by_method", "text", lambda one, tell: tell.reports[f"method_{one.method}"]),
        _own("counter_word", "text", "counter"),
        _OFFICIAL,
        _own("amount", "money", "amount"),
    ),
    "deliveries": (
        _DOSSIER,
        _PROCEDURE,
        _own("by_carrier", "text", "carrier"),
        Field("state", "text", lambda one, tell: tell.words[f"delivery_{one.state}"]),
        _OFFICIAL,
        _own("handed_over", "moment", "handed_at"),
        _own("done_at", "moment", "done_at"),
        _own("told_reason", "text", "reason"),
    ),
    "appointments": (
        _own("visit_word", "text", "appointment"),
        Field("service", "text", lambda one, tell: tell.service(one.service)),
        _own("trail_at", "moment", "starts_at"),
        Field("state", "text", lambda one, tell: tell.words[f"appointment_state_{one.state}"]),
        Field("by_channel", "text", lambda one, tell: tell.reports[f"channel_{one.channel}"]),
        _own("appointments_kept", "moment", "checked_in_at"),
        _own("ticket_number", "text", "ticket"),
        _own("told_reason", "text", "reason"),
    ),
    "procedures": (
        _PROCEDURE,
        _own("by_procedure", "text", "name"),
        Field(
            "lacking",
            "text",
            lambda one, tell: ", ".join(tell.words[f"lacking_{it}"] for it in one.lacking),
        ),
    ),
}
"""By the kind of record, in the order of its page."""


def titles(name: str, tell: Telling) -> list[str]:
    """The head of a sheet."""
    return [tell.words.get(one.title) or tell.reports[one.title] for one in SHEETS[name]]


def as_lines(name: str, records: Iterable[object], tell: Telling) -> bytes:
    """Records as lines of CSV; moments by the hall's clock, spans in seconds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(
        [_written(cell, field.kind, tell) for cell, field in row]
        for row in _rows(name, records, tell)
    )
    return out.getvalue().encode()


def head_line(name: str, tell: Telling) -> bytes:
    """The head as a line of CSV, with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(titles(name, tell))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(
    name: str, records: Iterable[object], tell: Telling
) -> Iterator[list[tuple[Cell, Field]]]:
    for one in records:
        yield [(field.read(one, tell), field) for field in SHEETS[name]]


def _written(cell: Cell, kind: Kind, tell: Telling) -> str | int | float:
    if cell is None:
        return ""
    if kind == "moment":
        return f"{local(cell, tell):%Y-%m-%d %H:%M:%S}"
    return plain(cell) if isinstance(cell, str) else cell


def local(cell: Cell, tell: Telling) -> datetime:
    """A moment in ms by the hall's clock."""
    return datetime.fromtimestamp(float(cell or 0) / 1000, UTC).astimezone(tell.zone)


def workbook(opening: Opening, sources: Sources) -> bytes | None:
    """All of them, read and written by turns; None of more than a book has."""
    listing, name = opened(opening, sources), kind_of(opening).name
    if sum(count for _, count in listing.days) > MOST_IN_A_BOOK:
        return None
    tell = telling(sources.plan, Saying(opening.order.language, sources.plan.timezone))
    batches = (read_span(listing, sources.ledger, span) for span in chunks_of(listing))
    return as_book(name, batches, tell, tell.reports[opening.order.name])


def as_book(name: str, batches: Iterable[Iterable[object]], tell: Telling, title: str) -> bytes:
    """Records as a workbook, with real numbers, times and formats."""
    from hallctl.web.reports.opened_book import LongBook  # noqa: PLC0415 - brings openpyxl

    book = LongBook(title, titles(name, tell), [field.kind for field in SHEETS[name]])
    for records in batches:
        book.add(
            [_typed(cell, field.kind, tell) for cell, field in row]
            for row in _rows(name, records, tell)
        )
    return book.written()


def _typed(cell: Cell, kind: Kind, tell: Telling) -> Cell | datetime:
    if cell is None or isinstance(cell, str):
        return plain(cell) if cell else None
    if kind == "moment":
        return local(cell, tell).replace(tzinfo=None)
    return cell / 86_400 if kind == "span" else cell
