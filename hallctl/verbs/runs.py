"""``hallctl runs``: courier runs of a day, what is missing, and manifests to print."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.core.plan import Plan
from hallctl.ledger.runs.run_reading import (
    RunItemRecord,
    RunRecord,
    items_missing,
    items_of,
    run_named,
    runs_of,
)
from hallctl.verbs.ledger import (
    CsvOption,
    DayOption,
    JsonOption,
    day_in,
    print_json,
    print_records,
    shown_at,
    the_halls_ledger,
    write_pdf,
)
from hallctl.verbs.shared import FAILED, HallOption, fail


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(epilog="Example:  hallctl runs --missing --hall hall")(runs)


def runs(  # noqa: PLR0913 - one argument an option
    *,
    day: DayOption = "",
    run: Annotated[str, typer.Option(help="One run and its rows, by its name.")] = "",
    missing: Annotated[
        bool, typer.Option("--missing", help="Only what has not arrived; status 1 if any.")
    ] = False,
    pdf: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the run's manifests there.")
    ] = None,
    hall: HallOption = Path(),
    json: JsonOption = False,
    as_sheet: CsvOption = False,
) -> None:
    """Show courier runs, and what was scanned out and has not arrived."""
    with the_halls_ledger(hall, "runs") as (database, plan, now):
        lost = items_missing(database, now.at)
        if run:
            found = run_named(database, run)
            if found is None:
                fail(f"there is no run {run!r}; 'hallctl runs --day D' lists them")
            items = items_of(database, run)
        else:
            found, items = None, lost
        of_day = runs_of(database, day_in(day, now.day))
    if pdf is not None:
        _write(plan, found, items, pdf)
        return
    if json:
        print_json({"run": found, "items": items} if run else {"runs": of_day, "missing": lost})
    elif as_sheet:
        print_records(RunItemRecord, items)
    else:
        for line in _told([found] if found else [] if missing else of_day, items, plan):
            typer.echo(line)
    if missing and lost:
        raise typer.Exit(FAILED)


def _write(plan: Plan, run: RunRecord | None, items: list[RunItemRecord], path: Path) -> None:
    from hallctl.forms.hall_lists import draw_lists  # noqa: PLC0415 - the other verbs start without it
    from hallctl.papers.manifests import departments_on, manifest_list  # noqa: PLC0415

    if run is None:
        fail("name the run whose manifests are wanted: --run 2026-11-23-2")
    if not items:
        fail(f"nothing is on the run {run.run}")
    lists = [manifest_list(plan, run, items, one, "vi") for one in departments_on(items)]
    write_pdf(path, draw_lists(lists))


def _told(runs_shown: list[RunRecord], items: list[RunItemRecord], plan: Plan) -> list[str]:
    lines = []
    for one in runs_shown:
        state = "over" if one.closed_at else f"open, all in by {shown_at(one.due_at, plan)}"
        figures = f"{one.scanned_out} out, {one.scanned_in} in, {one.on_its_way} on the way"
        lines.append(
            f"{one.run}  {figures}, {one.missing} missing, {one.brought_back} brought back  {state}"
        )
    for item in items:
        at = f"in {shown_at(item.in_at, plan)}" if item.in_at else item.state.replace("_", " ")
        lines.append(
            f"  {item.run} row {item.row}  {item.dossier}  {item.direction}"
            f"  {item.department or '–'}  {at}"
        )
    return lines or ["nothing is missing"]
