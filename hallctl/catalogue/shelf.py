"""The hall's catalogues on disk, a file a version: whole or not there, and found by their dates.

``catalogue.csv`` has been in force from the beginning; ``catalogue/2026-11-23.csv`` is from that
day on, until the next one.
"""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from hallctl.catalogue.entry import Listing
from hallctl.catalogue.made import Made, made_of
from hallctl.catalogue.problems import refusal
from hallctl.catalogue.sheets.columns import COLUMNS
from hallctl.catalogue.sheets.reading import Check, entries_of, read_sheet
from hallctl.core.catalogue import Catalogue
from hallctl.machine.whole_files import put_whole

FIRST = "catalogue.csv"
DATED = "catalogue"


class Version(NamedTuple):
    """A catalogue on the shelf; the first one has no day it began."""

    effective: date
    path: Path


class Shelf:
    """The catalogues of one hall directory."""

    def __init__(self, hall: Path) -> None:
        self._hall = hall
        self._dated = hall / DATED

    def versions(self) -> tuple[Version, ...]:
        """All of them, in the order of their days. Raises CatalogueError."""
        first = self._hall / FIRST
        found = [Version(date.min, first)] if first.is_file() else []
        dated = (_version(file) for file in sorted(self._dated.glob("*.csv")))
        return (*found, *sorted(dated))

    def in_force(self, day: date) -> Version | None:
        """The version in force on that day; None where there is none yet."""
        return next((one for one in reversed(self.versions()) if one.effective <= day), None)

    def listing(self, day: date) -> Listing:
        """The catalogue in force on that day; an empty one where there is none.

        Raises CatalogueError.
        """
        version = self.in_force(day)
        return self.read(version) if version else Listing()

    def read(self, version: Version, check: Check | None = None) -> Listing:
        """That version. Raises CatalogueError with every problem in it."""
        if check is None:
            return Listing(version.effective, self.made(version).entries)
        return Listing(version.effective, entries_of(read_sheet(version.path), check=check))

    def made(self, version: Version) -> Made:
        """What that version holds, and finds. Raises CatalogueError."""
        return made_of(read_sheet(version.path))

    def catalogues(self) -> tuple[Catalogue, ...]:
        """Every version as the rules need it, in order. Raises CatalogueError."""
        return tuple(self.read(version).catalogue() for version in self.versions())

    def put(self, listing: Listing) -> Path:
        """Keep a listing as the version of its day; whole or not at all. Raises OSError."""
        file = self._hall / file_of(listing)
        put_whole(file, text_of(listing).encode())
        return file


def file_of(listing: Listing) -> str:
    """Where a listing is kept, from the hall directory on."""
    return f"{DATED}/{listing.effective.isoformat()}.csv"


def text_of(listing: Listing) -> str:
    """A listing as its file has it."""
    lines = StringIO(newline="")
    writer = csv.DictWriter(lines, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(entry.facts for entry in listing.entries)
    return lines.getvalue()


def _version(file: Path) -> Version:
    try:
        return Version(date.fromisoformat(file.stem), file)
    except ValueError:
        raise refusal(
            f"{DATED}/{file.name}", "", "is not named after a day", "name it such as 2026-11-23.csv"
        ) from None
