"""Catalogues made for tests: rows as people write them, in CSV and Excel files."""

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path

from openpyxl import Workbook

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.sheets.reading import entries_of, read_sheet

Row = dict[str, object]

BIRTH: Row = {
    "code": "1.001193",
    "name": "Thủ tục đăng ký khai sinh",
    "field": "Hộ tịch",
    "ministry": "Bộ Tư pháp",
    "levels": "xa",
    "subject": "Công dân Việt Nam",
    "counter_time": "1",
    "counter_fee": "0",
    "counter_cur": "VND",
    "after15h_rule": "1",
    "service": "civil-status",
    "department": "office",
}
COPY: Row = {
    "code": "2.000815",
    "name": "Chứng thực bản sao từ bản chính",
    "field": "Chứng thực",
    "levels": "xa|khac",
    "counter_time": "2",
    "counter_unit": "working_day",
    "counter_fee": "2000",
    "counter_cur": "VND",
    "counter_fee_note": "/trang",
    "service": "certification",
    "department": "office",
}


def csv_file(path: Path, *rows: Row, divider: str = ",", encoding: str = "utf-8") -> Path:
    """These rows under all their columns."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding=encoding, newline="") as lines:
        writer = csv.DictWriter(lines, columns, delimiter=divider)
        writer.writeheader()
        writer.writerows(rows)
    return path


def excel_file(path: Path, *rows: Row) -> Path:
    """The same as a workbook, with a cover sheet before it."""
    book = Workbook()
    book.active["A1"] = "Danh mục thủ tục"
    sheet = book.create_sheet("procedures")
    columns = list(dict.fromkeys(column for row in rows for column in row))
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    book.save(path)
    return path


def entries_in(path: Path) -> tuple[Entry, ...]:
    """The entries of that file."""
    return entries_of(read_sheet(path))


@cache
def shipped() -> tuple[Entry, ...]:
    """The catalogues of both sample halls together, each procedure once."""
    folder = Path(str(files("hallctl.samples")))
    both = [*entries_in(folder / "province.csv"), *entries_in(folder / "commune.csv")]
    return tuple({one.code: one for one in reversed(both)}.values())
