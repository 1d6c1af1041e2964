"""A file into a catalogue's entries, every row checked: all of them, or every problem found."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from hallctl.catalogue.entry import Entry, Facts
from hallctl.catalogue.problems import HEADER, CatalogueError, RowFindings, place, refusal
from hallctl.catalogue.sheets.columns import COLUMNS, HALLS_OWN, REQUIRED
from hallctl.catalogue.sheets.csv_sheet import read_csv
from hallctl.catalogue.sheets.excel_sheet import read_excel
from hallctl.catalogue.sheets.rows import check_together, entry_of, facts_of
from hallctl.catalogue.sheets.sheet import LARGEST_FILE, LARGEST_FILE_WORDS, Cell, Row, Sheet
from hallctl.problems import Findings, nearest, quoted

Check = Callable[[Facts, RowFindings], None]
"""A further rule for one row, such as: its service must be one of the hall's."""

_READERS = {".csv": read_csv, ".txt": read_csv, ".tsv": read_csv, ".xlsx": read_excel}


def read_sheet(path: Path) -> Sheet:
    """The table in that file. Raises CatalogueError."""
    try:
        return _read_sheet(path)
    except OSError as fault:
        raise refusal(
            path.name, "", f"can't be read: {fault.strerror}", "check its name and permissions"
        ) from fault


def entries_of(
    sheet: Sheet, in_force: Mapping[str, Entry] | None = None, check: Check | None = None
) -> tuple[Entry, ...]:
    """The sheet's entries, in the order of their codes. Raises CatalogueError with every problem.

    Where the sheet lacks the columns that are the hall's own, they stay as ``in_force`` has them.
    """
    findings = Findings(sheet.file)
    _check_columns(sheet, findings)
    if findings.problems:
        raise CatalogueError(findings.problems)
    kept = [column for column in HALLS_OWN if column not in sheet.columns]
    complete = partial(_completed, kept=kept, in_force=in_force or {})
    facts = [_facts(sheet, row, complete, check or _anything, findings) for row in sheet.rows]
    _check_codes(sheet, facts, findings)
    if not facts:
        findings.add("", "holds no procedure", "put one on each row below the column names")
    if findings.problems:
        raise CatalogueError(findings.problems)
    return tuple(entry_of(one) for one in sorted(facts, key=lambda one: one["code"]))


def _read_sheet(path: Path) -> Sheet:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise refusal(
            path.name, "", f"{quoted(path.suffix)} is no table", "save it as .csv or .xlsx"
        )
    if path.stat().st_size > LARGEST_FILE:
        raise refusal(
            path.name, "", f"is larger than {LARGEST_FILE_WORDS}", "keep the catalogue only"
        )
    return reader(path)


def _check_columns(sheet: Sheet, findings: Findings) -> None:
    for column, times in Counter(filter(None, sheet.columns)).items():
        if times > 1:
            findings.add(place(HEADER, column), "stands there twice", "keep one of them")
        if column not in COLUMNS:
            near = nearest(column, COLUMNS)
            remedy = f"did you mean {quoted(near)}?" if near else "remove it"
            findings.add(place(HEADER), f"there is no column {quoted(column)}", remedy)
    for column in REQUIRED:
        if column not in sheet.columns:
            findings.add(
                place(HEADER), f"the column {quoted(column)} is missing", "add it; see the docs"
            )


def _facts(
    sheet: Sheet, row: Row, complete: Callable[[Facts], Facts], check: Check, findings: Findings
) -> Facts:
    found = RowFindings(findings, row.number)
    for place_of, cell in enumerate(row.cells):
        name = sheet.columns[place_of] if place_of < len(sheet.columns) else ""
        if not name and cell is not None:
            column = f"column {place_of + 1}"
            found.add(column, f"{quoted(cell)} has no column name", "quote it, or name the column")
    cells: dict[str, Cell] = dict(zip(sheet.columns, row.cells, strict=False))
    cells.pop("", None)
    facts = complete(facts_of(cells, found))
    check_together(facts, found)
    check(facts, found)
    return facts


def _completed(facts: Facts, kept: list[str], in_force: Mapping[str, Entry]) -> Facts:
    known = in_force.get(facts.get("code", ""))
    if known is None:
        return facts
    return facts | {column: known.facts[column] for column in kept if column in known.facts}


def _check_codes(sheet: Sheet, facts: list[Facts], findings: Findings) -> None:
    first: dict[str, int] = {}
    for row, one in zip(sheet.rows, facts, strict=True):
        code = one.get("code", "")
        earlier = first.setdefault(code, row.number)
        if code and earlier != row.number:
            wrong = f"{code} stands in row {earlier} already"
            findings.add(place(row.number, "code"), wrong, "keep one of the two")


def _anything(_facts: Facts, _findings: RowFindings) -> None:
    pass
