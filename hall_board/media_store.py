"""The bytes of a playlist on this machine: fetched once from the hall, kept by their hash."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hallctl.station.link.requesting import Found

KEPT = 64
"""Files; the oldest are forgotten."""


class LookUp(Protocol):
    """Reads what the hall has, as a link does."""

    def look_up(self, path: str, query: dict[str, str], found: Found) -> None:
        """``found`` hears the body, or None, once."""


class MediaStore:
    """Gives each file at once when it is there, or when it has come."""

    def __init__(self, link: LookUp, folder: Path) -> None:
        self._link = link
        self._folder = folder
        self._asked: set[str] = set()

    def file_of(self, digest: str) -> Path | None:
        """On the disk, proven by its hash; None where it is not there. Reads all of it; any thread may ask."""
        file = self._folder / digest
        try:
            return file if digest_of(file.read_bytes()) == digest else None
        except OSError:
            return None

    def fetch(self, digest: str, come: Callable[[str, bool], None]) -> None:
        """Ask the hall, once at a time; ``come`` hears whether they are there now."""
        if digest in self._asked:
            return
        self._asked.add(digest)
        self._link.look_up(
            f"/api/playlist/{digest}", {}, lambda body: self._on_found(digest, body, come)
        )

    def _on_found(self, digest: str, body: bytes | None, come: Callable[[str, bool], None]) -> None:
        self._asked.discard(digest)
        is_right = body is not None and digest_of(body) == digest
        if body is not None and is_right:
            self._keep(digest, body)
        come(digest, is_right)

    def _keep(self, digest: str, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{digest}.part"
            draft.write_bytes(content)
            draft.replace(self._folder / digest)
            files = sorted(self._folder.iterdir(), key=lambda one: one.stat().st_mtime)
            for old in files[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return  # a full disk: it is fetched again next time


def digest_of(content: bytes) -> str:
    """As the playlist names it."""
    return hashlib.sha256(content).hexdigest()[:32]
