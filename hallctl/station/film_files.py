"""Which files are films; what decodes them is loaded where there is one."""

from pathlib import Path
from typing import NamedTuple

MP4_AT_4, WEBM = b"ftyp", b"\x1aE\xdf\xa3"


class FilmSize(NamedTuple):
    """Pixels, frames, and how long it lasts once."""

    width: int
    height: int
    frames: int
    seconds: float


class BrokenFilmError(Exception):
    """It can't be decoded on this machine."""


def is_film(file: Path) -> bool:
    """Whether it begins like MP4 or WebM. Other forms may name further files. Raises OSError."""
    with file.open("rb") as content:
        head = content.read(8)
    return head[4:] == MP4_AT_4 or head[:4] == WEBM
