"""A report beside the same of an earlier period: what was then, and the change, line by line."""

from datetime import date

from hallctl.ledger.period import Period
from hallctl.reports.periods import ONE_DAY
from hallctl.reports.report import Cell, Column, Report, Row, change

IN_TIME = frozenset({"day", "week", "month", "year"})
"""Keys that no other period shares: the third day is compared with the third day before."""


def compared(now: Report, before: Report, words: dict[str, str]) -> Report:
    """The report with two more columns beside each that is compared."""
    earlier = {_place(row.key, before): row for row in before.rows}
    columns: list[Column] = []
    for column in now.columns:
        columns.append(column)
        if column.is_compared:
            title = words["before"].format(title=column.title)
            columns += [
                Column(f"{column.key}_before", title, column.kind, opens=column.opens),
                Column(f"{column.key}_change", words["change"], "change"),
            ]
    total = now.total and _beside(now, now.total, before)
    rows = tuple(_beside(now, row, before, earlier.get(_place(row.key, now))) for row in now.rows)
    return now._replace(columns=tuple(columns), rows=rows, total=total)


def twin_of(key: str, by: str, now: Period, before: Period) -> str:
    """The key that stands in the same place of the earlier period; any other key is its own."""
    if by not in IN_TIME:
        return key
    place, first = _ordinal(key, by, now.first), before.first
    match by:
        case "day":
            return (first + place * ONE_DAY).isoformat()
        case "week":
            return f"{first + 7 * place * ONE_DAY:%G-W%V}"
        case "month":
            years, month = divmod(12 * first.year + first.month - 1 + place, 12)
            return f"{years:04}-{month + 1:02}"
        case _:
            return str(first.year + place)


def _place(key: str, report: Report) -> str | int:
    return _ordinal(key, report.by, report.period.first) if report.by in IN_TIME else key


def _ordinal(key: str, by: str, first: date) -> int:
    """How many days, weeks, months or years the key lies after the period's beginning."""
    match by:
        case "day":
            return (date.fromisoformat(key) - first).days
        case "week":
            return (monday_of(key) - first + first.weekday() * ONE_DAY).days // 7
        case "month":
            return 12 * int(key[:4]) + int(key[5:]) - 12 * first.year - first.month
        case _:
            return int(key) - first.year


def monday_of(week: str) -> date:
    """The first day of a week such as ``2026-W48``."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def _beside(report: Report, row: Row, before: Report, earlier: Row | None = None) -> Row:
    if row is report.total:
        earlier = before.total
    was_at = {column.key: place for place, column in enumerate(before.columns)}
    cells: list[Cell] = []
    for column, cell in zip(report.columns, row.cells, strict=True):
        cells.append(cell)
        if column.is_compared:
            place = was_at.get(column.key)
            was = earlier.cells[place] if earlier and place is not None else None
            cells += [was, change(cell, was)]
    return row._replace(cells=tuple(cells))
