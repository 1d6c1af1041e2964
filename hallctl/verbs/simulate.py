"""The command line's verb that gives a hall a past: days of people, written into its own journal."""

import re
from datetime import date, timedelta
from typing import Annotated

import typer

from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.machine.clock import SystemClock
from hallctl.settings import HallSettings
from hallctl.simulate.month_order import MonthOrder
from hallctl.verbs.shared import HallArgument, fail, hall_at

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(epilog="Example:  hallctl simulate hall --days 22 --people 240")(simulate)


def simulate(  # noqa: PLR0913 - one argument an option
    directory: HallArgument,
    *,
    days: Annotated[int, typer.Option(min=1, max=3000, help="Working days.")] = 22,
    people: Annotated[int, typer.Option(min=1, max=20_000, help="On an ordinary day.")] = 240,
    seed: Annotated[int, typer.Option(help="The same seed makes the same days.")] = 2026,
    last: Annotated[str, typer.Option("--to", help="Last day; else yesterday.")] = "",
    until: Annotated[
        str, typer.Option(metavar="HH:MM", help="Leave the last day open at that time.")
    ] = "",
) -> None:
    """Let simulated days pass in a hall that has had none, dossiers and all."""
    settings = hall_at(directory)
    yesterday = SystemClock(settings.plan.timezone).today() - timedelta(days=1)
    order = MonthOrder(_day(last) if last else yesterday, days, people, seed, _seconds(until))
    home = HallDirectory(directory)
    try:
        with home.held():
            events = _live(settings, home, order)
    except (JournalError, HallBusyError, OSError) as error:
        fail(error)
    typer.echo(f"{days} days, {events} events; 'hallctl serve {directory}' shows them")


def _live(settings: HallSettings, home: HallDirectory, order: MonthOrder) -> int:
    from hallctl.ledger.opening import open_journal  # noqa: PLC0415
    from hallctl.simulate.past import live_a_past  # noqa: PLC0415

    journal = open_journal(home)
    try:
        if journal.number:
            fail(f"{home.path} has had days of its own: simulated ones go into a new hall")
        live_a_past(settings.plan, home, journal, order, _told)
        return journal.number
    finally:
        journal.close()


def _told(day: date, events: int) -> None:
    typer.echo(f"\r{day:%d/%m/%Y}  {events:,} events", nl=False, err=True)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(f"{written!r} is no day; write it such as 2026-11-27")


def _seconds(written: str) -> float | None:
    if not written:
        return None
    found = _TIME.fullmatch(written)
    if found is None:
        fail(f"{written!r} is no time; write it such as 09:40")
    return int(found[1]) * 3600.0 + int(found[2]) * 60
