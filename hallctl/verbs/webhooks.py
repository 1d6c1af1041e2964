"""``hallctl webhooks``: which systems are told, what became of every post; test one, or replay facts."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.machine.clock import SystemClock
from hallctl.reports.saying import Saying
from hallctl.verbs.shared import HallOption, fail, hall_at
from hallctl.web.ledger_reader import LedgerReader
from hallctl.webhooks.log import WebhookLog
from hallctl.webhooks.sending import Means, Webhooks

SHOWN = 30
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Of the webhook.")]

webhooks = typer.Typer(
    name="webhooks",
    help="Other systems that are told what happens here.",
    epilog="Example:  hallctl webhooks list --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(webhooks)


@webhooks.callback()
def _group() -> None:
    """Other systems that are told what happens here."""


@webhooks.command("list", epilog="Example:  hallctl webhooks list --hall hall")
def listed(hall: HallOption = Path()) -> None:
    """List the webhooks, what each is still owed, and the newest posts."""
    say = Saying("en", hall_at(hall).plan.timezone)

    async def look(told: Webhooks) -> None:
        for hook in told.hooks.values():
            owed = told.posts.owed(hook.name)
            paused = ", paused" if hook.is_paused else ""
            typer.echo(f"{hook.name}: {hook.url}, {owed} to be sent{paused}")
        if not told.hooks:
            typer.echo("no other system is told anything: hall.toml has no [[webhook]]")
        for one in told.posts.newest(SHOWN):
            when = say.moment(one.settled_at or one.next_at)
            line = f"{one.number:>9} {one.kind:<24} {one.hook:<16} {one.state:<6} {one.tries}"
            typer.echo(f"{line} {one.answer or '–'} {when}")

    _with_webhooks(hall, look)


@webhooks.command(
    "replay", epilog="Example:  hallctl webhooks replay province --from 1200 --to 1350 --hall hall"
)
def replay(
    name: NameArgument,
    *,
    first: Annotated[int, typer.Option("--from", min=1, help="First fact of the journal.")],
    last: Annotated[int, typer.Option("--to", min=1, help="Last fact.")],
    hall: HallOption = Path(),
) -> None:
    """Owe a webhook facts once more; a running controller sends them at once."""

    async def owe(told: Webhooks) -> None:
        count = await told.replay(_known(told, name), first, last)
        typer.echo(f"{name}: {count} to be sent again")

    _with_webhooks(hall, owe)


@webhooks.command("test", epilog="Example:  hallctl webhooks test province --hall hall")
def tried(name: NameArgument, hall: HallOption = Path()) -> None:
    """Post a fact that never was, and say what was answered; exit status 0 if it was taken."""

    async def post(told: Webhooks) -> None:
        answered = await told.test(_known(told, name))
        typer.echo(f"{name}: {answered.answer}")
        if not answered.is_taken:
            raise typer.Exit(1)

    _with_webhooks(hall, post)


def _known(told: Webhooks, name: str) -> str:
    if name not in told.hooks:
        names = ", ".join(told.hooks) or "none"
        fail(f"there is no webhook {name!r}; hall.toml has: {names}")
    return name


def _with_webhooks(hall: Path, act: Callable[[Webhooks], Awaitable[None]]) -> None:
    settings, directory = hall_at(hall), HallDirectory(hall)
    if not directory.journal.exists():
        fail(f"{directory.journal}: there is no journal here")
    ledger, posts = LedgerReader(directory.journal), WebhookLog(directory.webhook_log)
    clock = SystemClock(settings.plan.timezone)
    means = Means(ledger, directory.webhook_secret, clock.now)

    async def run() -> None:
        await act(Webhooks(settings.webhooks, means, posts))

    try:
        asyncio.run(run())
    except JournalError as error:
        fail(error)
    finally:
        posts.close()
        ledger.close()
