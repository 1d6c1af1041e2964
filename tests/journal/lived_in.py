"""Halls on disk that have lived a story: for verbs that read what there is."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from hallctl.applicants.store import Applicants
from hallctl.hall_directory import HallDirectory
from hallctl.samples import write_sample
from tests.journal.one_hall import OneHall, in_a_hall


def lived_in(hall: Path, story: Callable[[OneHall], Awaitable[None]]) -> Path:
    """A provincial hall in that directory, after the story."""
    write_sample(hall, "province")
    in_a_hall(hall / "hall.db", story)
    return hall


def applicants_of(hall: Path) -> Applicants:
    """Its store of applicants, to be closed."""
    directory = HallDirectory(hall)
    return Applicants(directory.applicants, directory.applicants_key(), lambda: 1)
