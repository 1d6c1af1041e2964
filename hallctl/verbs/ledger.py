"""What verbs that read the ledger share: opening it, days, times, JSON and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer
from sqlite_utils import Database

from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.ledger.period import Now
from hallctl.machine.clock import SystemClock
from hallctl.verbs.shared import fail, hall_at

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
DayOption = Annotated[str, typer.Option("--day", help="Such as 2026-11-23; else today.")]


@contextmanager
def the_ledger(hall: Path, table: str = "dossiers") -> Iterator[Database]:
    """The hall's ledger for reading, or the end; the controller may be running."""
    path = HallDirectory(hall).journal
    if not path.exists():
        fail(f"{path}: there is no journal here")
    try:
        with closing(open_database(path, read_only=True)) as database, reporting(path):
            if not database[table].exists():
                fail(f"{path}: its ledger has no {table} yet; 'hallctl rebuild' makes it")
            yield database
    except JournalError as error:
        fail(error)


class OpenedLedger(NamedTuple):
    """A hall's ledger for reading, with its plan and its time."""

    database: Database
    plan: Plan
    now: Now


@contextmanager
def the_halls_ledger(hall: Path, table: str) -> Iterator[OpenedLedger]:
    """The hall's ledger with what reading it takes, or the end."""
    plan = hall_at(hall).plan
    with the_ledger(hall, table) as database:
        yield OpenedLedger(database, plan, now_of(database, plan))


def now_of(database: Database, plan: Plan) -> Now:
    """The hall's time: never earlier than its newest fact."""
    newest = database.execute("select at from journal order by number desc limit 1").fetchone()
    at = max(SystemClock(plan.timezone).now(), *(newest or (0,)))
    return Now(wall_clock(at, plan.timezone).date(), at)


def day_in(written: str, otherwise: date) -> date:
    """The day as typed, or the end."""
    try:
        return date.fromisoformat(written) if written else otherwise
    except ValueError:
        fail(f"{written!r} is no day; write it such as 2026-02-13")


def shown_at(at: int, plan: Plan) -> str:
    """A time as the command line tells it."""
    return f"{wall_clock(at, plan.timezone):%d/%m/%Y %H:%M}"


def print_json(document: object) -> None:
    """The document, indented."""
    typer.echo(msgspec.json.format(msgspec.json.encode(document)).decode())


def print_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A line a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    typer.echo(out.getvalue(), nl=False)


def print_records(kind: type[msgspec.Struct], records: Iterable[msgspec.Struct]) -> None:
    """A line of CSV a record, under the names of its fields."""
    names = kind.__struct_fields__
    print_csv(names, ([getattr(one, name) for name in names] for one in records))


def write_pdf(path: Path, pdf: bytes) -> None:
    """Leave a paper on disk, or the end."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as error:
        fail(error)
    typer.echo(path)
