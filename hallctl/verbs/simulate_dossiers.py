"""The command line's verb that fills a hall with a year of dossiers, to try reports on."""

from datetime import date
from pathlib import Path
from time import monotonic
from typing import Annotated

import msgspec
import typer

from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.ledger.opening import open_journal
from hallctl.samples import write_sample
from hallctl.settings import FILE_NAME, HallSettings
from hallctl.simulate.dossier_year import DossierYear
from hallctl.simulate.year_plan import YearPlan, YearPlanError, scaled
from hallctl.verbs.shared import HallArgument, fail, hall_at

AS_PUBLISHED = YearPlan()


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(epilog="Example:  hallctl simulate-dossiers a-year --received 67861")(
        simulate_dossiers
    )


def simulate_dossiers(  # noqa: PLR0913 - one argument an option
    directory: HallArgument,
    *,
    year: Annotated[int, typer.Option(help="Which one; by the hall's own calendar.")] = 2026,
    seed: Annotated[int, typer.Option(help="The same seed gives the same journal.")] = 1,
    received: Annotated[
        int, typer.Option(min=1, help="Dossiers; the other numbers follow in proportion.")
    ] = AS_PUBLISHED.received,
    online: Annotated[int | None, typer.Option(min=0, help="Handed in online.")] = None,
    in_time: Annotated[int | None, typer.Option(min=0, help="Finished early or on time.")] = None,
    late: Annotated[int | None, typer.Option(min=0, help="Finished late.")] = None,
) -> None:
    """Make a year of dossiers in a new hall, by the hall's own rules: a large one in a minute."""
    asked = {"online": online, "in_time": in_time, "late": late}
    given = {name: number for name, number in asked.items() if number is not None}
    plan = msgspec.structs.replace(scaled(AS_PUBLISHED, received), year=year, seed=seed, **given)
    try:
        plan.check()
        settings = _new_hall(directory)
        with HallDirectory(directory).held():
            _live(settings, plan)
    except (YearPlanError, JournalError, HallBusyError, OSError) as error:
        fail(error)
    typer.echo(f"{directory} holds the year {year}. Look at it:")
    span = f"--from {plan.first} --to {plan.last} --hall {directory}"
    typer.echo(f"  hallctl counts --by channel {span}")
    typer.echo(f"  hallctl verify {directory}")


def _new_hall(directory: Path) -> HallSettings:
    """The hall of that directory, made from the province's sample where there is none."""
    if not (directory / FILE_NAME).exists():
        write_sample(directory, "province")
    settings = hall_at(directory)
    if not settings.plan.dossiers.agency:
        fail(f"{directory}: hall.toml has no agency code, so the hall receives no dossiers")
    if not settings.plan.counters or not settings.plan.dossiers.catalogues:
        fail(f"{directory}: a hall without counters or catalogue receives no dossiers")
    return settings


def _live(settings: HallSettings, plan: YearPlan) -> None:
    journal = open_journal(HallDirectory(settings.directory))
    try:
        if journal.number:
            fail(
                f"{settings.directory} has {journal.number} events already;"
                " simulate in a directory of its own"
            )
        began = monotonic()

        def told(day: date, facts: int) -> None:
            typer.echo(f"{day:%m/%Y}  {facts:>9,} events  {monotonic() - began:4.0f} s", err=True)

        DossierYear(settings.plan, plan, journal).live(told)
    finally:
        journal.close()
