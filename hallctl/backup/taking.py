"""``hallctl backup``: a copy of the hall, proven before it counts and read back after it is written."""

import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl import __version__
from hallctl.backup.archive import (
    ENCRYPTED,
    PLAIN,
    BackupError,
    read_archive,
    recipient,
    write_archive,
)
from hallctl.backup.copying import copy_hall
from hallctl.backup.manifest import Manifest, kept_file
from hallctl.hall_directory import JOURNAL
from hallctl.journal.chain import FIRST
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.rebuilding import Progress
from hallctl.retention.on_request import LIST, read, remember
from hallctl.settings import HallSettings
from hallctl.verifying import verify


class Taken(NamedTuple):
    """A backup on disk."""

    file: Path
    manifest: Manifest


def take_backup(
    settings: HallSettings, to: Path, now: datetime, key: str, progress: Progress
) -> Taken:
    """Back the hall up into the folder ``to``, for ``key`` or for everyone.

    The controller may be running. Raises :class:`BackupError`, JournalError or OSError; then no
    backup was left.
    """
    if key:
        recipient(key)
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to, prefix=".backup-") as drawer:
        room = Path(drawer)
        copy_hall(settings.directory, room)
        _prove(room, progress)
        manifest = _manifest(settings, room, now)
        name = f"hall-{now:%Y-%m-%dT%H%M%S}-{manifest.journal_number:07d}"
        file = to / f"{name}{ENCRYPTED if key else PLAIN}"
        write_archive(room, manifest, file, key)
        if not key:
            _read_back(file)
        remember(to, read(settings.directory / LIST))
    return Taken(file, manifest)


def _prove(room: Path, progress: Progress) -> None:
    """The same checks as ``hallctl verify``, on the copy; and the other databases' own."""
    verdict = verify(room / JOURNAL, progress)
    if verdict.problem:
        raise BackupError(f"the hall is not in order, so this is no backup: {verdict.problem}")
    for path in room.glob("*.db"):
        with closing(open_database(path, read_only=True)) as database:
            state = database.execute("pragma integrity_check").fetchone()[0]
        if state != "ok":
            raise BackupError(f"{path.name} is damaged: {state}")


def _manifest(settings: HallSettings, room: Path, now: datetime) -> Manifest:
    with closing(open_database(room / JOURNAL, read_only=True)) as database:
        newest = "select number, hash from journal order by number desc limit 1"
        number, chain = database.execute(newest).fetchone() or (0, FIRST)
    files = sorted(path for path in room.rglob("*") if path.is_file())
    return Manifest(
        version=__version__,
        hall=settings.plan.hall.vi,
        taken_at=round(now.timestamp() * 1000),
        journal_number=number,
        chain=chain.hex(),
        files=tuple(kept_file(room, path) for path in files),
    )


def _read_back(file: Path) -> None:
    """What was written is read once more; one that is not right does not stay."""
    try:
        _, members = read_archive(file)
        for _name, _body in members:
            pass
    except BackupError:
        file.unlink(missing_ok=True)
        raise
