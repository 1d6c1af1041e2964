"""A report as an Excel workbook: real types and number formats, ready to reckon with.

Only loaded when somebody asks for one: openpyxl costs the start a tenth of a second.
"""

import io

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hallctl.reports.files.sheets import every, plain
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
    for row in every(report):
        sheet.append([plain(row.label), *_typed(row, report.columns)])
    _dress(sheet, report)
    for note in report.notes:
        sheet.append([])
        sheet.append([note])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _dress(sheet: Worksheet, report: Report) -> None:
    head, last = 4, 4 + len(every(report))
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
