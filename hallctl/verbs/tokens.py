"""``hallctl tokens``: tokens of programs that ask the hall, made, listed and revoked."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from hallctl.api_tokens.store import ApiTokens, TokenRefusedError
from hallctl.core.scopes import Scope
from hallctl.hall_directory import HallDirectory
from hallctl.machine.clock import SystemClock
from hallctl.reports.saying import Saying
from hallctl.verbs.shared import HallOption, fail, hall_at

WHY = {
    "token_name": "give it a name of 1 to 60 letters: whose it is",
    "token_scopes": f"name at least one scope: {', '.join(Scope)}",
    "token_days": "it lasts 1 to 1098 days",
}

tokens = typer.Typer(
    name="tokens",
    help="Tokens of programs that ask the hall.",
    epilog="Example:  hallctl tokens make portal --scope figures --days 365 --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(tokens)


@tokens.callback()
def _group() -> None:
    """Tokens of programs that ask the hall."""


@tokens.command("make", epilog="Example:  hallctl tokens make portal --scope figures --hall hall")
def make(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is.")],
    *,
    scope: Annotated[list[Scope], typer.Option(help="What it may do; several times for more.")],
    days: Annotated[int, typer.Option(help="How long it lasts.")] = 365,
    hall: HallOption = Path(),
) -> None:
    """Make a token and print it, this once; a running controller knows it at once."""
    store, at = _store(hall)
    try:
        typer.echo(store.make(name, [one.value for one in scope], days, (getpass.getuser(), at)))
    except TokenRefusedError as refused:
        fail(WHY[refused.why])


@tokens.command("list", epilog="Example:  hallctl tokens list --hall hall")
def listed(hall: HallOption = Path()) -> None:
    """List every token that was ever made, without its secret."""
    store, at = _store(hall)
    say = Saying("en", hall_at(hall).plan.timezone)
    for one in store.every():
        state = "good" if one.is_good(at) else "revoked" if one.revoked_at else "expired"
        used = say.moment(one.used_at) if one.used_at else "never"
        until = say.moment(one.expires_at)
        typer.echo(
            f"{one.token:>4} {state:<8} {one.name}: {' '.join(one.scopes)}; used {used}; until {until}"
        )


@tokens.command("revoke", epilog="Example:  hallctl tokens revoke 3 --hall hall")
def revoke(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As the list has it.")],
    hall: HallOption = Path(),
) -> None:
    """Make a token worth nothing from now on."""
    store, at = _store(hall)
    was_good = store.revoke(number, getpass.getuser(), at)
    if not was_good:
        fail(f"there is no good token {number}")
    typer.echo(f"{number}: revoked")


def _store(hall: Path) -> tuple[ApiTokens, int]:
    clock = SystemClock(hall_at(hall).plan.timezone)
    return ApiTokens(HallDirectory(hall).api_tokens), clock.now()
