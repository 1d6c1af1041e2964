"""``hallctl backup`` and ``hallctl restore``."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from hallctl.backup.point import read_point
from hallctl.journal.entry import JournalError
from hallctl.verbs.shared import HallArgument, fail, hall_at, progress

ToOption = Annotated[
    Path | None, typer.Option("--to", metavar="FOLDER", help="Where backups go; else hall.toml's.")
]
KeyOption = Annotated[
    str | None, typer.Option("--recipient", help="Encrypt to this public key of age, age1….")
]


def add_to(app: typer.Typer) -> None:
    """Add these verbs to the command line."""
    app.command(epilog="Example:  hallctl backup hall --to /var/backups/hall")(backup)
    app.command(epilog="Example:  hallctl restore hall-2026-11-23T183000-0001234.hall hall2")(
        restore
    )


def backup(
    directory: HallArgument,
    to: ToOption = None,
    recipient: KeyOption = None,
    *,
    scheduled: Annotated[
        bool, typer.Option("--scheduled", help="As hall.toml says, and drop what is too old.")
    ] = False,
) -> None:
    """Back the hall up while it runs; the copy is proven before it counts."""
    from hallctl.backup.archive import BackupError  # noqa: PLC0415 - other verbs start without it
    from hallctl.backup.pruning import Keeping, to_drop  # noqa: PLC0415
    from hallctl.backup.taking import take_backup  # noqa: PLC0415
    from hallctl.backup_runs import backup_folder  # noqa: PLC0415

    settings = hall_at(directory)
    rule = settings.backup
    if to is None and not rule.to:
        fail("say where with --to, or with 'to' in [backup] of hall.toml")
    folder = to or backup_folder(settings)
    now = datetime.now(ZoneInfo(settings.plan.timezone))
    key = rule.recipient if recipient is None else recipient
    try:
        taken = take_backup(settings, folder, now, key, progress)
        if scheduled:
            keeping = Keeping(days=rule.keep_days, weeks=rule.keep_weeks, months=rule.keep_months)
            for old in to_drop(folder.glob("hall-*"), keeping):
                old.unlink()
    except (BackupError, JournalError, OSError) as error:
        fail(error)
    typer.echo(f"{taken.file}: {taken.manifest.journal_number} events, proven")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.", show_default=False)],
    directory: HallArgument,
    until: Annotated[
        str, typer.Option(help="Up to this event, or this time such as 2026-11-23T10:30.")
    ] = "",
    identity: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The secret key of an encrypted backup.")
    ] = None,
    timezone: Annotated[str, typer.Option(help="Of --until.")] = "Asia/Ho_Chi_Minh",
) -> None:
    """Make a hall from a backup, as it was at its end or at an earlier point."""
    from hallctl.backup import restoring  # noqa: PLC0415 - other verbs start without it
    from hallctl.backup.archive import BackupError  # noqa: PLC0415

    try:
        zone = ZoneInfo(timezone)
        now = datetime.now(zone)
        key = identity.read_text("utf-8") if identity else ""
        moment = restoring.moment_of(now)
        made = restoring.restore(file, directory, read_point(until, zone), key, moment)
    except ZoneInfoNotFoundError:
        fail(f"{timezone!r} is no time zone; write it such as Asia/Ho_Chi_Minh")
    except (BackupError, JournalError, OSError, ValueError) as error:
        fail(error)
    left_out = f"; {made.lost} later ones were left out" if made.lost else ""
    typer.echo(f"{directory}: {made.facts} events, proven{left_out}")
    if made.forgotten:
        typer.echo(f"{made.forgotten} who had asked to be forgotten are forgotten again")
    typer.echo(
        f"today's numbers go on at {made.numbers_from:03d}. Then:  hallctl serve {directory}"
    )
