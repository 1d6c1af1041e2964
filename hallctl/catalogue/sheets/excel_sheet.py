"""Excel workbooks (.xlsx): the first sheet that names a column ``code``."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from hallctl.catalogue.problems import place, refusal
from hallctl.catalogue.sheets.sheet import MOST_ROWS, Cell, Sheet, sheet_of

_MOST_COLUMNS = 200


def read_excel(path: Path) -> Sheet:
    """The table in that workbook, values only. Raises CatalogueError, OSError."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second of every start
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and rules that are no facts
        try:
            book = load_workbook(path, read_only=True, data_only=True)
        except (BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError) as fault:
            raise refusal(
                path.name, "", "is no Excel workbook", "save it again as .xlsx, without a password"
            ) from fault
        try:
            return _first_with_codes(path.name, book)
        finally:
            book.close()


def _first_with_codes(file: str, book: Any) -> Sheet:
    sheets = (sheet_of(file, _lines(file, sheet)) for sheet in book.worksheets)
    read = []
    for sheet in sheets:
        if "code" in sheet.columns:
            return sheet
        read.append(sheet)
    filled = (sheet for sheet in read if sheet.columns)
    return next(filled, Sheet(file, (), ()))


def _lines(file: str, sheet: Any) -> Iterator[tuple[Cell, ...]]:
    lines = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
    for number, line in enumerate(lines, start=1):
        if number > MOST_ROWS:
            raise refusal(file, place(number), "is one row too many", f"keep {MOST_ROWS:,} rows")
        yield line
