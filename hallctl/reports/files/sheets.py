"""A report to take away: CSV and JSON with exact values."""

import csv
import io

import msgspec

from hallctl.reports.report import Cell, Column, Report, Row

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: Report) -> str:
    """A line a row, the total last; spans in seconds, shares in per cent."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["key", "name", *(_named(column) for column in report.columns)])
    for row in every(report):
        values = ("" if cell is None else cell for cell in row.cells)
        writer.writerow([plain(row.key), plain(row.label), *values])
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


def every(report: Report) -> list[Row]:
    """Its rows, the total last."""
    return [*report.rows, *((report.total,) if report.total else ())]


def _named(column: Column) -> str:
    return f"{column.key}_s" if column.kind == "span" else column.key


def _object(row: Row, names: list[str]) -> dict[str, Cell]:
    return {"key": row.key, "name": row.label, **dict(zip(names, row.cells, strict=True))}


def plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
