"""``hallctl people``: the accounts of those who work here, and the record of what they did."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import typer

from hallctl.core.permissions import Role
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.machine.clock import SystemClock
from hallctl.people import record
from hallctl.people.accounts import Account, AccountError
from hallctl.people.house import People, open_people
from hallctl.people.registry import SecretRefusedError
from hallctl.settings import HallSettings
from hallctl.verbs.shared import HallOption, fail, hall_at

AccountArgument = Annotated[str, typer.Argument(metavar="ACCOUNT", show_default=False)]
RoleName = Literal["official", "supervisor", "head", "inspector", "administrator"]
BY = "hallctl"
RULES = {
    "pin_shape": "a PIN has 6 to 12 digits",
    "pin_weak": "that PIN is easy to guess; use more different digits, and not in a row",
}

people = typer.Typer(
    name="people",
    help="Who may sign in, and as what.",
    epilog='Example:  hallctl people add lan --name "Nguyễn Thị Lan" --role official --hall hall',
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(people)


def first_administrator(settings: HallSettings) -> None:
    """Where nobody has an account yet, make the first, and show its code once."""
    with _people(settings.directory) as found:
        code = found.registry.first_administrator(SystemClock(settings.plan.timezone).now())
    if code is not None:
        typer.echo(
            f"The first administrator signs in as admin, within a week, with the code {code}"
        )


def proved_record(directory: Path) -> int:
    """How many lines the record has; 0 where there is none. Fails at the first that is wrong."""
    file = HallDirectory(directory).people
    if not file.exists():
        return 0
    try:
        with closing(open_database(file, read_only=True)) as database, reporting(file):
            return record.prove(database)
    except (JournalError, record.RecordBrokenError) as error:
        fail(error)


@people.callback()
def _group() -> None:
    """Who may sign in, and as what."""


@people.command(
    epilog='Example:  hallctl people add lan --name "Nguyễn Thị Lan" --role official --hall hall'
)
def add(
    account: AccountArgument,
    name: Annotated[str, typer.Option(help="The person's name, as screens show it.")],
    role: Annotated[RoleName, typer.Option(help="What they may do.")],
    department: Annotated[str, typer.Option(help="Id of a head's or official's department.")] = "",
    hall: HallOption = Path(),
) -> None:
    """Make an account; its one-time code is shown once."""
    plan = hall_at(hall).plan
    known = [one.department for one in plan.departments]
    if department and department not in known:
        fail(f"there is no department {department!r}: choose from {', '.join(known) or 'none'}")
    new = Account(account=account, name=name, role=Role(role), department=department)
    with _people(hall) as found:
        code = found.registry.add(new, BY, _now(hall))
    typer.echo(f"{account} signs in, within a week, with the code {code}")


@people.command("list", epilog="Example:  hallctl people list --hall hall")
def list_people(hall: HallOption = Path()) -> None:
    """Everybody who has an account."""
    with _people(hall) as found:
        for one in found.registry.everybody():
            typer.echo(_told(one))


@people.command(epilog="Example:  hallctl people lock lan --hall hall")
def lock(account: AccountArgument, hall: HallOption = Path()) -> None:
    """Let nobody sign in to the account, and end its sessions at once."""
    with _people(hall) as found:
        found.registry.lock(account, BY, _now(hall))
    typer.echo(f"{account} is locked, and signed out everywhere")


@people.command(epilog="Example:  hallctl people unlock lan --hall hall")
def unlock(account: AccountArgument, hall: HallOption = Path()) -> None:
    """Let its owner sign in again; wrong tries are forgiven."""
    with _people(hall) as found:
        found.registry.unlock(account, BY, _now(hall))
    typer.echo(f"{account} may sign in")


@people.command(epilog="Example:  hallctl people remove lan --hall hall")
def remove(account: AccountArgument, hall: HallOption = Path()) -> None:
    """Delete its secrets and end its sessions; the name is never given again."""
    with _people(hall) as found:
        found.registry.remove(account, BY, _now(hall))
    typer.echo(f"{account} is removed, and signed out everywhere")


@people.command(epilog="Example:  hallctl people password lan --hall hall")
def password(account: AccountArgument, hall: HallOption = Path()) -> None:
    """A new one-time code; the old password and every session end."""
    with _people(hall) as found:
        code = found.registry.renew_code(account, BY, _now(hall))
    typer.echo(f"{account} signs in, within a week, with the code {code}")


@people.command(epilog="Example:  hallctl people pin lan --hall hall < pin.txt")
def pin(account: AccountArgument, hall: HallOption = Path()) -> None:
    """Set the PIN for counters; it is read from standard input, never from the command line."""
    with _people(hall) as found:
        found.registry.choose_pin(account, _secret("PIN"), BY, _now(hall))
    typer.echo(f"{account} has a new PIN")


@people.command(epilog="Example:  hallctl people badge lan --hall hall < badge.txt")
def badge(account: AccountArgument, hall: HallOption = Path()) -> None:
    """Give the account a badge: scan its barcode, or feed it to standard input."""
    with _people(hall) as found:
        found.registry.give_badge(account, _secret("Badge"), BY, _now(hall))
    typer.echo(f"{account} has a new badge")


@people.command("log", epilog="Example:  hallctl people log --last 50 --hall hall")
def show_record(
    last: Annotated[int, typer.Option(min=1, help="How many of the newest lines.")] = 50,
    hall: HallOption = Path(),
) -> None:
    """The record of sign-ins, refusals and looks, proved whole first."""
    zone = ZoneInfo(hall_at(hall).plan.timezone)
    with _people(hall) as found, found.store.reading() as database:
        try:
            number = record.prove(database)
        except record.RecordBrokenError as broken:
            fail(broken)
        for line in record.lines(database, last):
            when = f"{datetime.fromtimestamp(line.at / 1000, zone):%d/%m/%Y %H:%M:%S}"
            said = (when, line.kind, line.account, line.address, line.about)
            typer.echo("  ".join(part for part in said if part))
    typer.echo(f"{number} lines, unbroken")


@contextmanager
def _people(hall: Path) -> Iterator[People]:
    """The hall's people, or one clear line about what is wrong."""
    directory = HallDirectory(hall)
    if not (hall / "hall.toml").exists():
        fail(f"{hall} is no hall directory: there is no hall.toml")
    try:
        found = open_people(directory)
    except (JournalError, OSError) as error:
        fail(error)
    try:
        yield found
    except (AccountError, JournalError) as error:
        fail(error)
    except SecretRefusedError as error:
        fail(RULES.get(error.rule, error.rule))
    finally:
        found.store.close()


def _secret(what: str) -> str:
    """A line of standard input, not shown while it is typed."""
    if sys.stdin.isatty():
        return str(typer.prompt(what, hide_input=True))
    return sys.stdin.readline().strip()


def _now(hall: Path) -> int:
    return SystemClock(hall_at(hall).plan.timezone).now()


def _told(one: Account) -> str:
    signs = (
        "locked" if one.locked_at else "",
        "has a one-time code" if one.is_one_time else "",
        "PIN" if one.pin else "",
        "badge" if one.badge else "",
    )
    about = ", ".join(sign for sign in signs if sign)
    return "  ".join(
        part for part in (one.account, one.role, one.name, one.department, about) if part
    )
