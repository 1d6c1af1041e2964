"""Whom somebody asked the hall to forget, so that no backup brings them back.

One line for each: the kind, and the name of what they were known by (a dossier, an appointment, a
complaint's hash); never who it was. The list lies in the hall and beside its backups.
"""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LIST = "forgotten.txt"
_turn = threading.Lock()


class Asked(NamedTuple):
    """One entry of a store that is to stay forgotten."""

    kind: str
    """applicants, visitors or complainants."""
    name: str


def remember(folder: Path, asked: Iterable[Asked]) -> None:
    """Add them to the list in that folder; durable, each once."""
    with _turn:
        known = set(read(folder / LIST))
        fresh = [one for one in asked if one not in known]
        if not fresh:
            return
        with (folder / LIST).open("a", encoding="utf-8") as out:
            out.write(_end_of_torn_line(folder / LIST))
            out.writelines(f"{one.kind} {one.name}\n" for one in fresh)
            out.flush()
            os.fsync(out.fileno())


def _end_of_torn_line(file: Path) -> str:
    """The power may have gone in the middle of a line: what is added is no part of it."""
    return "" if file.read_bytes()[-1:] in {b"", b"\n"} else "\n"


def read(file: Path) -> list[Asked]:
    """The list in that file; none where there is none. A line that was cut off is left out."""
    if not file.exists():
        return []
    lines = file.read_text("utf-8").splitlines(keepends=True)
    parts = [line.split() for line in lines if line.endswith("\n")]
    return [Asked(*one) for one in parts if len(one) == 2]
