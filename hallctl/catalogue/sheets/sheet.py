"""A table of texts, whatever file it came in: the column names and the rows below them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hallctl.catalogue.problems import HEADER

MOST_ROWS = 100_000
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_FILE_WORDS = "64 MB"

Cell = object
"""A text from a CSV; from a spreadsheet also a number, a date or nothing."""


class Row(NamedTuple):
    """One row with its number as a spreadsheet counts; blank cells are None."""

    number: int
    cells: tuple[Cell, ...]


class Sheet(NamedTuple):
    """Column names as written, and the rows that hold anything."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet_of(file: str, lines: Iterable[Iterable[Cell]]) -> Sheet:
    """The table in these lines: the first names the columns, blank ones are passed over."""
    numbered = enumerate(lines, start=HEADER)
    head = next((_cells(line) for _, line in numbered), ())
    rows = tuple(_rows(numbered))
    return Sheet(file, tuple(str(cell or "").strip() for cell in _trimmed(head)), rows)


def _rows(numbered: Iterator[tuple[int, Iterable[Cell]]]) -> Iterator[Row]:
    for number, line in numbered:
        cells = _trimmed(_cells(line))
        if cells:
            yield Row(number, cells)


def _cells(line: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(None if isinstance(cell, str) and not cell.strip() else cell for cell in line)


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    filled = len(cells)
    while filled and cells[filled - 1] is None:
        filled -= 1
    return cells[:filled]
