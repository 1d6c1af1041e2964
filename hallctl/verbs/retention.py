"""``hallctl retention``: what is forgotten when, now if wanted, and what has been."""

import asyncio
import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.people import record
from hallctl.people.record import Kind
from hallctl.running_hall import HallUnreachableError, ask_hall
from hallctl.settings import HallSettings
from hallctl.verbs.shared import HallOption, fail, hall_at

BY = "hallctl"

retention = typer.Typer(
    name="retention",
    help="Personal data go in time.",
    epilog="Example:  hallctl retention run --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(retention)


@retention.callback()
def _group() -> None:
    """Personal data go in time."""


@retention.command(epilog="Example:  hallctl retention run --hall hall")
def run(hall: HallOption = Path()) -> None:
    """Forget what is due now; a running controller does so every hour by itself."""
    settings, home = hall_at(hall), HallDirectory(hall)
    try:
        gone = _asked(home) if home.address.exists() else asyncio.run(_swept(settings, home))
    except (HallUnreachableError, HallBusyError, JournalError, OSError) as error:
        fail(error)
    for kind, count in gone:
        typer.echo(f"{kind}: {count} forgotten")
    if not gone:
        typer.echo("nothing is due")


@retention.command(epilog="Example:  hallctl retention log --hall hall")
def log(hall: HallOption = Path()) -> None:
    """What was forgotten, how many and by whom; proved by the record's chain."""
    zone = ZoneInfo(hall_at(hall).plan.timezone)
    file = HallDirectory(hall).people
    try:
        with closing(open_database(file, read_only=True)) as database, reporting(file):
            record.prove(database)
            lines = [one for one in record.lines(database) if one.kind is Kind.FORGOTTEN]
    except (JournalError, record.RecordBrokenError) as error:
        fail(error)
    for one in lines:
        at = datetime.fromtimestamp(one.at / 1000, zone)
        typer.echo(f"{at:%Y-%m-%d %H:%M}  {one.about}  by {one.account}")
    if not lines:
        typer.echo("nothing was forgotten yet")


def _asked(home: HallDirectory) -> list[tuple[str, int]]:
    """By the controller that runs."""
    told = ask_hall(home, "POST", "/api/retention", {})
    if not told.is_granted:
        raise HallUnreachableError(told.text)
    return [(one["kind"], one["number"]) for one in json.loads(told.text)["forgotten"]]


async def _swept(settings: HallSettings, home: HallDirectory) -> list[tuple[str, int]]:
    """Without a controller."""
    from hallctl.assemble import assemble  # noqa: PLC0415 - other verbs start without it

    with home.held():
        assembly = assemble(settings)
        try:
            gone = await assembly.kept.sweeper.sweep(BY)
        finally:
            await assembly.close()
    return [(one.kind, one.number) for one in gone]
