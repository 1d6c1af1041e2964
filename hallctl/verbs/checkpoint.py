"""``hallctl checkpoint``: from where the next start reads on."""

import typer

from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.verbs.shared import HallArgument, fail

MIB = 1024 * 1024


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(epilog="Example:  hallctl checkpoint hall")(checkpoint)


def checkpoint(directory: HallArgument) -> None:
    """Keep what the hall is now, so that the next start reads only what comes after."""
    from hallctl.checkpoint import making  # noqa: PLC0415 - other verbs start without it
    from hallctl.checkpoint.file import UselessCheckpointError  # noqa: PLC0415

    home = HallDirectory(directory)
    if not home.journal.exists():
        fail(f"{home.journal}: there is no journal here")
    try:
        made = making.make_checkpoint(home)
    except (making.CheckpointBusyError, UselessCheckpointError, JournalError, OSError) as error:
        fail(error)
    typer.echo(f"{home.checkpoint}: event {made.journal_number}, {made.size / MIB:.1f} MiB")
