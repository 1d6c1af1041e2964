"""``hallctl search`` and ``hallctl catalogue import``: the catalogue on the command line."""

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from hallctl.catalogue.comparing import Change, Changes, Named
from hallctl.catalogue.importing import Draft, draft_of
from hallctl.catalogue.pages import Place, ProcedureLine
from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.references import known_to
from hallctl.catalogue.remarks import Remark
from hallctl.catalogue.shelf import Shelf
from hallctl.machine.clock import SystemClock
from hallctl.settings import HallSettings
from hallctl.verbs.shared import FAILED, HallOption, fail, hall_at

CODES_SHOWN = 8
LONGEST_SHOWN = 60

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]

catalogue = typer.Typer(
    name="catalogue",
    help="Bring in a new catalogue of procedures.",
    epilog="Example:  hallctl catalogue import procedures.xlsx --hall hall --dry-run",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command(epilog="Example:  hallctl search lam giay khai sinh --hall hall")(search)
    app.add_typer(catalogue)


def checked(settings: HallSettings) -> int:
    """How many procedures are in force; ends where this or a coming catalogue has problems."""
    shelf, plan = Shelf(settings.directory), settings.plan
    today = SystemClock(plan.timezone).today()
    version = shelf.in_force(today)
    try:
        sizes = [
            len(shelf.read(one, known_to(plan)).entries)
            for one in shelf.versions()
            if version is None or one.effective >= version.effective
        ]
    except CatalogueError as error:
        fail(error)
    return sizes[0] if version else 0


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="As a citizen would ask.")],
    *,
    hall: HallOption = Path(),
    limit: Annotated[int, typer.Option(min=1, max=100, help="At most so many.")] = 10,
    as_json: JsonOption = False,
) -> None:
    """Find procedures of today's catalogue: everyday words, no accents needed, or a code."""
    from hallctl.catalogue.guide import Guides  # noqa: PLC0415 - the other verbs start without it

    plan = hall_at(hall).plan
    today = SystemClock(plan.timezone).today()
    try:
        found = Guides(Shelf(hall), plan).on(today).find(" ".join(words), limit, today)
    except CatalogueError as error:
        fail(error)
    if as_json:
        typer.echo(msgspec.json.encode(found))
    for line in () if as_json else found:
        typer.echo(f"{line.procedure}  {line.name}\n          {_where(line)}")
    if not found and not as_json:
        fail(f"no procedure answers to {' '.join(words)!r}")
    if not found:
        raise typer.Exit(FAILED)


@catalogue.command(
    "import", epilog="Example:  hallctl catalogue import procedures.csv --dry-run --hall hall"
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx file.")],
    *,
    hall: HallOption = Path(),
    effective: Annotated[
        str, typer.Option(metavar="DATE", help="In force from this day on; today if left out.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; write nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check a catalogue, say what it changes, and keep it as the version of a day."""
    plan = hall_at(hall).plan
    day = _day(effective) if effective else SystemClock(plan.timezone).today()
    shelf = Shelf(hall)
    try:
        draft = draft_of(file, day, shelf, plan)
        if draft.changes and not dry_run:
            shelf.put(draft.listing)
    except (CatalogueError, OSError) as error:
        fail(error)
    if as_json:
        typer.echo(msgspec.json.encode(_report(draft, dry_run=dry_run)))
        return
    for line in (*_changed(draft.changes), *map(_remark, draft.remarks)):
        typer.echo(line)
    typer.echo(_outcome(draft, dry_run=dry_run))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(f"{written!r} is no day; write it as 2026-11-23")


def _where(line: ProcedureLine) -> str:
    if line.queue is not None:
        return f"here: number {line.queue.letter}, {line.queue.name.vi}"
    return _place(line.place)


def _place(place: Place) -> str:
    where = f": {place.where.vi}" if place.where and place.where.vi else ""
    why = f" ({place.why})" if place.why else ""
    if place.kind == "here":
        return "here"
    if place.kind == "from":
        return f"here from {place.begins}; until then elsewhere{where}{why}"
    return f"elsewhere{where}{why}"


def _changed(changes: Changes) -> list[str]:
    return [
        *(f"+ {_named(one)}" for one in changes.added),
        *(f"- {_named(one)}" for one in changes.removed),
        *(f"~ {_change(one)}" for one in changes.changed),
    ]


def _named(one: Named) -> str:
    return f"{one.code}  {_short(one.name)}"


def _change(one: Change) -> str:
    return f"{one.code}  {one.column}: {_short(one.was) or 'empty'} → {_short(one.now) or 'empty'}"


def _remark(remark: Remark) -> str:
    codes = ", ".join(remark.codes[:CODES_SHOWN])
    more = len(remark.codes) - CODES_SHOWN
    return f"! {remark.about}: {codes}{f' and {more} more' if more > 0 else ''}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…"


def _outcome(draft: Draft, *, dry_run: bool) -> str:
    changes, listing = draft.changes, draft.listing
    if not changes:
        return f"nothing changes: {len(listing.entries)} procedures as before; nothing was written"
    changed = len({change.code for change in changes.changed})
    counts = (
        f"{len(listing.entries)} procedures: {len(changes.added)} added,"
        f" {len(changes.removed)} removed, {changed} changed, {changes.same} as before"
    )
    if dry_run:
        return f"{counts}; nothing was written"
    return (
        f"{counts}; in force from {listing.effective}. A running controller takes it up by itself."
    )


def _report(draft: Draft, *, dry_run: bool) -> dict[str, object]:
    return {
        "effective": draft.listing.effective,
        "procedures": len(draft.listing.entries),
        "written": bool(draft.changes) and not dry_run,
        **msgspec.structs.asdict(draft.changes),
        "remarks": draft.remarks,
    }
