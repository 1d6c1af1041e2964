"""A hall's files beside its journal, as they travel to a standby whenever they change."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hallctl.backup.copying import copy_database, held_still, is_database, travelling_files
from hallctl.hall_directory import JOURNAL


class StoreFile(msgspec.Struct, frozen=True):
    """One file by its path in the hall directory; another ``stamp`` is another content."""

    path: str
    stamp: str


def store_files(hall: Path) -> Iterator[StoreFile]:
    """Everything but the journal: settings, catalogue, keys, tokens, people, applicants, words."""
    for path in travelling_files(hall):
        if path.name != JOURNAL or path.parent != hall:
            yield StoreFile(path.relative_to(hall).as_posix(), _stamp(path))


def content_of(hall: Path, path: str) -> bytes | None:
    """The file as it stands now, a database as of one moment; None for what does not travel."""
    if path not in {one.path for one in store_files(hall)}:
        return None
    file = hall / path
    if not is_database(hall, file):
        return file.read_bytes()
    with tempfile.TemporaryDirectory(dir=hall / "run") as drawer:
        copy = Path(drawer) / file.name
        with held_still(file) as database:
            copy_database(database, copy)
        return copy.read_bytes()


def _stamp(path: Path) -> str:
    """By time and size, of the write-ahead log too."""
    parts = []
    for file in (path, path.with_name(f"{path.name}-wal")):
        try:
            state = file.stat()
        except FileNotFoundError:
            continue
        parts.append(f"{state.st_mtime_ns:x}.{state.st_size:x}")
    return "-".join(parts)
