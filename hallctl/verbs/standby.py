"""``hallctl standby`` and ``hallctl take-over``."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.machine.service_manager import watched
from hallctl.verbs.shared import HallArgument, fail

OfOption = Annotated[str, typer.Option("--of", metavar="URL", help="The hall to follow.")]
TokenOption = Annotated[
    Path, typer.Option("--token-file", metavar="F", help="The hall's admin token.")
]


def add_to(app: typer.Typer) -> None:
    """Add these verbs to the command line."""
    app.command(
        epilog="Example:  hallctl standby copy --of https://192.0.2.10:8080 --token-file admin.token"
    )(standby)
    app.command(
        "take-over", epilog="Example:  hallctl take-over copy --of https://192.0.2.10:8080"
    )(take_over)
    app.command("stand-alone", epilog="Example:  hallctl stand-alone hall")(stand_alone)


def standby(
    directory: HallArgument,
    of: OfOption,
    token_file: TokenOption,
    authority: Annotated[
        Path | None, typer.Option(metavar="F", help="The hall's authority.pem, for https.")
    ] = None,
) -> None:
    """Follow a running hall live, until told to stop or to take over."""
    from hallctl.standby.following import (  # noqa: PLC0415 - other verbs start without it
        Follower,
        StrangeJournalError,
        pid_file,
    )
    from hallctl.station.link.addressing import authority_for  # noqa: PLC0415

    home = HallDirectory(directory)
    try:
        with home.held():
            pid_file(directory).write_text(str(os.getpid()))
            kept = home.path / "secrets" / "authority.pem"
            named = authority or (kept if kept.exists() else None)
            trusted = authority_for(of, token_file, named)
            follower = Follower(home, of, token_file.read_text("utf-8").strip(), trusted)
            asyncio.run(_until_told(_watched(follower.follow())))
    except (JournalError, HallBusyError, StrangeJournalError, OSError, ValueError) as error:
        fail(error)


def take_over(
    directory: HallArgument,
    of: Annotated[
        str, typer.Option("--of", metavar="URL", help="The hall that was followed.")
    ] = "",
) -> None:
    """Make the copy the hall from now on; the old controller can't go on."""
    from hallctl.backup.restoring import moment_of  # noqa: PLC0415 - other verbs start without it
    from hallctl.standby import taking_over  # noqa: PLC0415

    home = HallDirectory(directory)
    now = datetime.now().astimezone()
    try:
        made = taking_over.take_over(home, moment_of(now))
    except (JournalError, HallBusyError, OSError) as error:
        fail(error)
    typer.echo(f"{directory} is the hall now: {made.facts} events, epoch {made.epoch}")
    old = of or (home.followed.read_text("utf-8").strip() if home.followed.exists() else "")
    if old and taking_over.fence_off(home, old, made.epoch):
        typer.echo(f"{old} has stopped")
    elif old:
        typer.echo(f"{old} does not answer: make sure that it is off, or its cable out")
    typer.echo(
        f"today's numbers go on at {made.numbers_from:03d}. Then:  hallctl serve {directory}"
    )


def stand_alone(directory: HallArgument) -> None:
    """Let a hall that waits for its standby go on: that has not taken over, or is no more."""
    home = HallDirectory(directory)
    if not home.followed_by.exists():
        fail(f"{directory} has no standby")
    home.followed_by.unlink()
    typer.echo(f"{directory} goes on without its standby; one that follows again is asked again")


async def _watched(following: Coroutine[None, None, None]) -> None:
    async with watched(lambda: True):
        await following


async def _until_told(following: Coroutine[None, None, None]) -> None:
    task = asyncio.create_task(following)
    loop = asyncio.get_running_loop()
    for wish in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(wish, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
