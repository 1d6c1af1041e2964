"""``hallctl notices``: what is still to be told, the call list, and a dossier's notices."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.office.notice_reading import notices_of, notices_to_call, open_notices, tries_of
from hallctl.papers.call_list import CallToMake, calls_to_make
from hallctl.verbs.ledger import (
    CsvOption,
    JsonOption,
    now_of,
    print_csv,
    print_json,
    shown_at,
    the_ledger,
)
from hallctl.verbs.shared import HallOption, hall_at

TECHNICIAN = Looker("hallctl")
CALLS = CallToMake.__struct_fields__

notices = typer.Typer(
    name="notices",
    help="Notices to applicants: sent, failed, to be called.",
    epilog="Example:  hallctl notices calls --csv --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(notices)


@notices.callback()
def _group() -> None:
    """Notices to applicants: sent, failed, to be called."""


@notices.command("open", epilog="Example:  hallctl notices open --hall hall")
def still_open(hall: HallOption = Path(), *, json: JsonOption = False) -> None:
    """List what is still to be sent or called; nobody is named."""
    plan = hall_at(hall).plan
    with the_ledger(hall, "notices") as database:
        found = open_notices(database)
    if json:
        print_json(found)
        return
    for one in found:
        tries = f"{one.tries} tries" if one.state == "owed" else f"to call ({one.why})"
        again = f", next {shown_at(one.next_try_at, plan)}" if one.next_try_at else ""
        typer.echo(f"{one.notice}  owed {shown_at(one.owed_at, plan)}  {tries}{again}")
    if not found:
        typer.echo("everybody has been told")


@notices.command(epilog="Example:  hallctl notices of H15.50-261008-0975 --hall hall")
def of(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A dossier.")],
    hall: HallOption = Path(),
    *,
    json: JsonOption = False,
) -> None:
    """Tell a dossier's notices and every try."""
    plan = hall_at(hall).plan
    with the_ledger(hall, "notices") as database:
        wanted = code.strip().upper()
        found, tries = notices_of(database, wanted), tries_of(database, wanted)
    if json:
        print_json({"notices": found, "tries": tries})
        return
    for one in found:
        typer.echo(f"{one.notice}  {one.state}{f' ({one.why})' if one.why else ''}")
        for attempt in (each for each in tries if each.notice == one.notice):
            fault = f": {attempt.fault}" if attempt.fault else ""
            told = f"{attempt.channel} {attempt.outcome}{fault}"
            typer.echo(f"  {attempt.attempt}. {shown_at(attempt.at, plan)}  {told}")
    if not found:
        typer.echo(f"nothing was owed for {wanted}")


@notices.command(epilog="Example:  hallctl notices calls --csv --hall hall")
def calls(
    hall: HallOption = Path(), *, json: JsonOption = False, as_sheet: CsvOption = False
) -> None:
    """List whom to call, with name and telephone; every line is logged as a look."""
    plan = hall_at(hall).plan
    directory = HallDirectory(hall)
    with the_ledger(hall, "notices") as database:
        at = now_of(database, plan).at
        waiting = notices_to_call(database)
    store = Applicants(directory.applicants, directory.applicants_key(), lambda: at)
    with closing(store):
        found = calls_to_make(waiting, store, TECHNICIAN)
    if json:
        print_json(found)
    elif as_sheet:
        print_csv(CALLS, ([getattr(one, name) for name in CALLS] for one in found))
    else:
        for one in found:
            typer.echo(f"{one.dossier}  {one.kind}  {one.phone or '–'}  {one.name}  ({one.why})")
        if not found:
            typer.echo("nobody is to be called")
