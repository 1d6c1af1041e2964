"""A catalogue as a workbook, whatever stands in it."""

from pathlib import Path

from hallctl.catalogue.entry import Listing
from hallctl.catalogue.sheets.excel_out import as_excel
from tests.catalogue.listings import BIRTH, csv_file, entries_in


def test_what_no_workbook_can_hold_is_left_out_and_a_formula_is_words(tmp_path: Path) -> None:
    name = "=1+1 \x07khai\x02 sinh"
    listing = Listing(entries=entries_in(csv_file(tmp_path / "a.csv", BIRTH | {"name": name})))
    (tmp_path / "a.xlsx").write_bytes(as_excel(listing))
    (entry,) = entries_in(tmp_path / "a.xlsx")
    assert entry.facts["name"] == "=1+1 khai sinh"
