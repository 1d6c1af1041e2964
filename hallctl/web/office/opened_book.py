"""A long list as an Excel workbook, written row by row. Only loaded when somebody asks for one."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hallctl.reports.report import Cell, Kind
from hallctl.reports.workbook import FORMATS, HEAD

WIDTHS: dict[Kind, int] = {"text": 22, "moment": 18, "money": 16}


def written_book(
    title: str,
    titles: Sequence[str],
    kinds: Sequence[Kind],
    rows: Iterable[Sequence[Cell | datetime]],
) -> bytes:
    """Its head kept in sight, numbers, times and money as such."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for place, kind in enumerate(kinds, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(kind, 12)
    head = [WriteOnlyCell(sheet, value=one) for one in titles]
    for cell in head:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
    sheet.append(head)
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=_bearable(value)) for value in row]
        for cell, kind in zip(cells, kinds, strict=True):
            cell.number_format = FORMATS[kind]
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _bearable(value: Cell | datetime) -> Cell | datetime:
    """Without the control characters that no workbook bears."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
