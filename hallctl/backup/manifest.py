"""What a backup says of itself: when it was taken, how far its journal goes, and every file's hash."""

from hashlib import sha256
from pathlib import Path

import msgspec

NAME = "manifest.json"


class KeptFile(msgspec.Struct, frozen=True):
    """One file of the hall, by its path in the hall directory."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The first member of a backup."""

    version: str
    hall: str
    taken_at: int
    """Milliseconds since 1970 (UTC)."""
    journal_number: int
    chain: str
    """The hash of the newest fact, hexadecimal."""
    files: tuple[KeptFile, ...]


def kept_file(root: Path, path: Path) -> KeptFile:
    """The file as it lies there now."""
    body = path.read_bytes()
    return KeptFile(path.relative_to(root).as_posix(), len(body), sha256(body).hexdigest())
