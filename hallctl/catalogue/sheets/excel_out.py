"""A catalogue as an Excel workbook, to be changed there and read again: every cell is text.

A code such as 1.001200 is no number; as text a spreadsheet leaves its zeroes alone.
"""

import io
from itertools import chain

from hallctl.catalogue.entry import Listing
from hallctl.catalogue.sheets.columns import COLUMNS

_WIDTHS = {"code": 14, "name": 70, "field": 30}
_USUAL_WIDTH = 16


def as_excel(listing: Listing) -> bytes:
    """One sheet, its head kept in sight."""
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second of every start
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("catalogue")
    sheet.freeze_panes = "C2"
    for place, column in enumerate(COLUMNS, start=1):
        width = _WIDTHS.get(column, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
    facts = ([entry.facts.get(column, "") for column in COLUMNS] for entry in listing.entries)
    for line in chain([COLUMNS], facts):
        written = (ILLEGAL_CHARACTERS_RE.sub("", told) for told in line)
        cells = [WriteOnlyCell(sheet, value=told) for told in written]
        for cell in cells:
            cell.data_type, cell.number_format = "s", "@"
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
