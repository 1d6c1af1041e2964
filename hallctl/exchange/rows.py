"""Rows of files, read and written: CSV, JSON and XLSX, as texts by the other system's columns."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from hallctl.exchange.mapping import Form, Mapping

MOST_ROWS = 100_000
Row = dict[str, str]


class RowsError(Exception):
    """The file can't be read as what it should be."""


def read_rows(file: Path, mapping: Mapping) -> list[Row]:
    """Every row, blanks stripped. Raises RowsError."""
    form = mapping.form_of(file)
    try:
        match form:
            case "csv":
                rows = _from_csv(file, mapping.delimiter)
            case "json":
                rows = msgspec.json.decode(file.read_bytes(), type=list[dict[str, Any]])
            case "xlsx":
                rows = _from_excel(file)
    except FileNotFoundError:
        raise RowsError(f"{file}: there is no such file") from None
    except (OSError, UnicodeDecodeError, csv.Error, msgspec.MsgspecError) as fault:
        raise RowsError(f"{file}: can't be read as {form}: {fault}") from fault
    if len(rows) > MOST_ROWS:
        raise RowsError(f"{file}: has more than {MOST_ROWS:,} rows; split it")
    return [{name: _text(value, mapping) for name, value in row.items()} for row in rows]


def write_rows(rows: Sequence[Row], mapping: Mapping, form: Form) -> bytes:
    """The file's bytes, with a head of the columns."""
    columns = list(mapping.columns.values())
    match form:
        case "csv":
            return _to_csv(rows, columns, mapping.delimiter).encode()
        case "json":
            return msgspec.json.format(msgspec.json.encode(list(rows)))
        case "xlsx":
            return _to_excel(rows, columns)


def _from_csv(file: Path, delimiter: str) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        return list(csv.DictReader(sheet, delimiter=delimiter, restkey="", restval=""))


def _from_excel(file: Path) -> list[dict[str, Any]]:
    from zipfile import BadZipFile  # noqa: PLC0415 - of workbooks alone

    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as fault:
        raise RowsError(f"{file}: is no Excel workbook") from fault
    try:
        lines = book.worksheets[0].iter_rows(values_only=True)
        head = [str(cell or "") for cell in next(lines, ())]
        return [dict(zip(head, line, strict=False)) for line in lines if any(line)]
    finally:
        book.close()


def _to_csv(rows: Iterable[Row], columns: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _to_excel(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as NOT_HELD  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(columns))
    for row in rows:
        sheet.append([NOT_HELD.sub("", row.get(column, "")) for column in columns])
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.number_format = "@"  # codes are texts, and no text is a formula
            cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(value: object, mapping: Mapping) -> str:
    if isinstance(value, datetime):
        return value.strftime(mapping.time_format)
    return "" if value is None else str(value).strip()
