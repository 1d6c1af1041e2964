"""CSV files, as listings and spreadsheets write them: commas, semicolons or tabs; UTF-8."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from hallctl.catalogue.problems import HEADER, place, refusal
from hallctl.catalogue.sheets.sheet import MOST_ROWS, Sheet, sheet_of

_DIVIDERS = (",", ";", "\t")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv(path: Path) -> Sheet:
    """The table in that file. Raises CatalogueError, OSError."""
    text = _text(path)
    first = text.partition("\n")[0]
    divider = max(_DIVIDERS, key=first.count)
    return sheet_of(path.name, _records(path.name, text, divider))


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise refusal(
            path.name, "", "is not UTF-8 text", "save it again as CSV UTF-8, or as .xlsx"
        ) from None
    if "\0" in text:
        raise refusal(path.name, "", "is no table of text", "save it as CSV UTF-8, or as .xlsx")
    return text


def _records(file: str, text: str, divider: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True)
    row = HEADER
    try:
        for row, record in enumerate(reader, start=HEADER):
            if row > MOST_ROWS:
                raise refusal(file, place(row), "is one row too many", f"keep {MOST_ROWS:,} rows")
            yield record
    except csv.Error as fault:
        raise refusal(
            file, place(row + 1), f"can't be told apart: {fault}", "check its quotation marks"
        ) from fault
