"""A report to take away: CSV and JSON with exact values, XLSX with real types and formats."""

import csv
import io

import msgspec
from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hallctl.reports.report import Cell, Column, Kind, Report, Row

FORMATS: dict[Kind, str] = {
    "text": "@",
    "count": "#,##0",
    "mean": "#,##0.0",
    "span": "[mm]:ss",
    "days": "#,##0.0",
    "money": '#,##0" ₫"',
    "moment": "dd/mm/yyyy hh:mm",
    "share": "0.00%",
    "change": "+0.0%;-0.0%;0.0%",
}
SECONDS_A_DAY = 86_400
HEAD = PatternFill("solid", fgColor="07294A")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: Report) -> str:
    """A line a row, the total last; spans in seconds, shares in per cent."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["key", "name", *(_named(column) for column in report.columns)])
    for row in _every(report):
        values = ("" if cell is None else cell for cell in row.cells)
        writer.writerow([_plain(row.key), _plain(row.label), *values])
    return out.getvalue()


def as_json(report: Report) -> bytes:
    """The same with types, the period and the notes."""
    names = [_named(column) for column in report.columns]
    document = {
        "report": report.name,
        "title": report.title,
        "from": report.period.first,
        "to": report.period.last,
        "by": report.by,
        "columns": [
            {"key": name, "title": one.title, "kind": one.kind}
            for name, one in zip(names, report.columns, strict=True)
        ],
        "rows": [_object(row, names) for row in report.rows],
        "total": _object(report.total, names) if report.total else None,
        "notes": report.notes,
    }
    return msgspec.json.format(msgspec.json.encode(document))


def as_xlsx(report: Report) -> bytes:
    """A sheet that reckons: numbers, spans and per cent as such, its head kept in sight."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new book has one
    sheet.title = report.title[:31]
    sheet.append([report.title])
    sheet.append([report.about])
    sheet.append([])
    sheet.append([report.by_title, *(column.title for column in report.columns)])
    for row in _every(report):
        sheet.append([_plain(row.label), *_typed(row, report.columns)])
    _dress(sheet, report)
    for note in report.notes:
        sheet.append([])
        sheet.append([note])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _dress(sheet: Worksheet, report: Report) -> None:
    head, last = 4, 4 + len(_every(report))
    sheet["A1"].font = Font(bold=True, size=16)
    for cell in sheet[head]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for place, column in enumerate(report.columns, start=2):
        sheet.column_dimensions[get_column_letter(place)].width = 14
        for number in range(head + 1, last + 1):
            cell = sheet.cell(number, place)
            if isinstance(cell, SheetCell):
                cell.number_format = FORMATS[column.kind]
    if report.total:
        for cell in sheet[last]:
            cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 44
    sheet.freeze_panes = sheet.cell(head + 1, 2)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(report.columns) + 1)}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _typed(row: Row, columns: tuple[Column, ...]) -> list[Cell]:
    return [_value(cell, column.kind) for cell, column in zip(row.cells, columns, strict=True)]


def _value(cell: Cell, kind: Kind) -> Cell:
    if not isinstance(cell, int | float):
        return cell
    if kind == "span":
        return cell / SECONDS_A_DAY
    return cell / 100 if kind in {"share", "change"} else cell


def _every(report: Report) -> list[Row]:
    return [*report.rows, *((report.total,) if report.total else ())]


def _named(column: Column) -> str:
    return f"{column.key}_s" if column.kind == "span" else column.key


def _object(row: Row, names: list[str]) -> dict[str, Cell]:
    return {"key": row.key, "name": row.label, **dict(zip(names, row.cells, strict=True))}


def _plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
