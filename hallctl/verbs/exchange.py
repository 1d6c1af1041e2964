"""``hallctl exchange``: dossiers in from an external one-stop system's file, and out to one."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from hallctl.exchange.exporting import exported
from hallctl.exchange.history import History, Rules, Step, histories
from hallctl.exchange.importing import RefusedError, Sent, known_dossiers, take
from hallctl.exchange.links import Links
from hallctl.exchange.mapping import RECEIVE, Mapping, MappingError, read_mapping
from hallctl.exchange.planning import Planned, plan_import, refuse_strange
from hallctl.exchange.rows import RowsError, read_rows, write_rows
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.period import Period
from hallctl.running_hall import HallUnreachableError, send_command
from hallctl.verbs.ledger import day_in, now_of, the_ledger
from hallctl.verbs.shared import FAILED, HallOption, fail, hall_at

exchange = typer.Typer(
    name="exchange",
    help="Dossiers in from an external one-stop system, and out to one.",
    epilog="Example:  hallctl exchange import dossiers.csv --mapping province.toml --dry-run --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)
MappingOption = Annotated[
    Path, typer.Option(metavar="FILE", help="Their columns and words, and ours.")
]
EXAMPLE = (
    "Example:  hallctl exchange import dossiers.csv --mapping province.toml --dry-run --hall hall"
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(exchange)


@exchange.callback()
def _group() -> None:
    """Dossiers in from an external one-stop system, and out to one."""


@exchange.command("import", epilog=EXAMPLE)
def import_dossiers(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV, JSON or XLSX, by its name; else as the mapping says."
        ),
    ],
    *,
    mapping: MappingOption,
    steps: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Past steps of the dossiers, a row a step."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
    hall: HallOption = Path(),
) -> None:
    """Receive what is new and move on what has moved; done twice, nothing happens twice."""
    told = _mapping(mapping)
    plan, links = hall_at(hall).plan, Links(HallDirectory(hall).exchange)
    try:
        with the_ledger(hall) as ledger:
            known = known_dossiers(ledger, links.of(told.system))
            today = now_of(ledger, plan)
        past = _histories(steps, Rules(told, plan.timezone, today.at))
        offered = plan.dossiers.catalogue_on(today.day).procedures
        planned = refuse_strange(
            plan_import(read_rows(file, told), told, known, plan.timezone, past), offered
        )
        wrong = (
            _tell(planned, told, plan.timezone)
            if dry_run
            else _take(planned, told, links, HallDirectory(hall))
        )
    except (RowsError, HallUnreachableError) as error:
        fail(error)
    finally:
        links.close()
    if wrong:
        raise typer.Exit(FAILED)


@exchange.command(
    "export",
    epilog="Example:  hallctl exchange export out.xlsx --mapping province.toml --from 2026-11-01 --hall hall",
)
def export_dossiers(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write them.")],
    *,
    mapping: MappingOption,
    first: Annotated[
        str, typer.Option("--from", help="First day of reception; else this month's.")
    ] = "",
    last: Annotated[str, typer.Option("--to", help="Last day; else today.")] = "",
    hall: HallOption = Path(),
) -> None:
    """Write the dossiers received in a period, in the other system's columns and words."""
    told, plan, links = _mapping(mapping), hall_at(hall).plan, Links(HallDirectory(hall).exchange)
    with the_ledger(hall) as ledger:
        today = now_of(ledger, plan).day
        period = Period(day_in(first, today.replace(day=1)), day_in(last, today))
        rows = exported(ledger, period, told, links.of(told.system), plan.timezone)
    links.close()
    try:
        file.write_bytes(write_rows(rows, told, told.form_of(file)))
    except OSError as error:
        fail(error)
    typer.echo(f"{file}: {len(rows)} dossiers")


def _histories(file: Path | None, rules: Rules) -> dict[str, History]:
    if file is None:
        return {}
    if rules.mapping.steps is None:
        fail("the mapping has no [steps.columns]: see docs/integration.md")
    first_line = 1 if rules.mapping.format == "json" else 2
    return histories(read_rows(file, rules.mapping), rules, first_line)


def _told(one: Step, mapping: Mapping, timezone: str) -> str:
    """A step as the dry run tells it, with its time where that is not now."""
    if one.at is None:
        return one.step
    local = datetime.fromtimestamp(one.at / 1000, ZoneInfo(timezone))
    return f"{one.step} ({local.strftime(mapping.time_format)})"


def _tell(planned: list[Planned], mapping: Mapping, timezone: str) -> bool:
    """A line for everything that would change or can't be, and a count of the rest."""
    for one in planned:
        if one.problem:
            typer.echo(f"line {one.line}: {one.code or '–'}: {one.problem}", err=True)
        elif one.steps:
            what = (
                "new" if one.names[0] == RECEIVE else one.standing.dossier if one.standing else ""
            )
            steps = ", ".join(_told(step, mapping, timezone) for step in one.steps)
            typer.echo(f"{one.code}: {what}: {steps}")
    tally = Counter(_sort(one) for one in planned)
    typer.echo(
        ", ".join(f"{tally[kind]} {kind}" for kind in ("new", "moved on", "the same", "wrong"))
    )
    return bool(tally["wrong"])


def _take(planned: list[Planned], mapping: Mapping, links: Links, hall: HallDirectory) -> bool:
    def send(command: dict[str, Any]) -> Sent:
        told = send_command(hall, json.dumps(command))
        return Sent(json.loads(told.text), told.is_granted)

    tally: Counter[str] = Counter()
    for one in planned:
        kind, problem = _sort(one), one.problem
        if not problem and one.steps:
            try:
                take(one, mapping, links, send)
            except RefusedError as refused:
                kind, problem = "wrong", str(refused)
        if problem:
            typer.echo(f"line {one.line}: {one.code or '–'}: {problem}", err=True)
        tally[kind] += 1
    typer.echo(
        ", ".join(f"{tally[kind]} {kind}" for kind in ("new", "moved on", "the same", "wrong"))
    )
    return bool(tally["wrong"])


def _sort(one: Planned) -> str:
    if one.problem:
        return "wrong"
    if not one.steps:
        return "the same"
    return "new" if one.names[0] == RECEIVE else "moved on"


def _mapping(file: Path) -> Mapping:
    try:
        return read_mapping(file)
    except MappingError as error:
        fail(error)
