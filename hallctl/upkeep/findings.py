"""What a look at a machine has found: in order, worth a look, or wrong, each with its cure."""

from enum import StrEnum
from typing import NamedTuple


class Grade(StrEnum):
    """How bad it is."""

    FINE = "ok"
    LOOK = "look"
    WRONG = "wrong"


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    grade: Grade
    found: str
    cure: str = ""


def fine(what: str, found: str) -> Finding:
    """In order."""
    return Finding(what, Grade.FINE, found)


def look(what: str, found: str, cure: str) -> Finding:
    """It works, but not for ever."""
    return Finding(what, Grade.LOOK, found, cure)


def wrong(what: str, found: str, cure: str) -> Finding:
    """It does not work."""
    return Finding(what, Grade.WRONG, found, cure)
