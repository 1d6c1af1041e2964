"""A long list as an Excel workbook, written row by row. Only loaded when somebody asks for one."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hallctl.reports.files.workbook import FORMATS, HEAD
from hallctl.reports.report import Cell, Kind

WIDTHS: dict[Kind, int] = {"text": 22, "moment": 18, "money": 16}


class LongBook:
    """Its head is kept in sight; numbers, times and money are such. Rows go to disk as they come."""

    def __init__(self, title: str, titles: Sequence[str], kinds: Sequence[Kind]) -> None:
        self._kinds = kinds
        self._book = Workbook(write_only=True)
        self._sheet = sheet = self._book.create_sheet(title[:31])
        sheet.freeze_panes = "A2"
        for place, kind in enumerate(kinds, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(kind, 12)
        head = [WriteOnlyCell(sheet, value=one) for one in titles]
        for cell in head:
            cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
        sheet.append(head)

    def add(self, rows: Iterable[Sequence[Cell | datetime]]) -> None:
        """Write more rows below."""
        for row in rows:
            cells = [WriteOnlyCell(self._sheet, value=_bearable(value)) for value in row]
            for cell, kind in zip(cells, self._kinds, strict=True):
                cell.number_format = FORMATS[kind]
            self._sheet.append(cells)

    def written(self) -> bytes:
        """The file, once everything is in it."""
        out = io.BytesIO()
        self._book.save(out)
        return out.getvalue()


def _bearable(value: Cell | datetime) -> Cell | datetime:
    """Without the control characters that no workbook bears."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
