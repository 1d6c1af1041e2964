"""A report: columns, rows and a total, in one language, ready to be shown, printed or taken away."""

from typing import Literal, NamedTuple

from hallctl.ledger.period import Period

Kind = Literal["text", "count", "mean", "span", "days", "share", "change", "money", "moment"]
"""Words; a whole number; one with a decimal; seconds; days; per cent; per cent more or less than
before; đồng; milliseconds since 1970."""
Cell = str | int | float | None
"""A span is in seconds, a share and a change in per cent; None is a figure of nothing."""


class Column(NamedTuple):
    """One column; ``is_compared`` ones show the period before beside them when that is wished."""

    key: str
    title: str
    kind: Kind
    is_compared: bool = False
    opens: bool = False
    """Whether its figures open to what they counted."""


class Row(NamedTuple):
    """One line: what it is about, and its cells in the order of the columns."""

    key: str
    label: str
    cells: tuple[Cell, ...]


class Report(NamedTuple):
    """Everything a reader sees of one report."""

    name: str
    title: str
    about: str
    """The period, and what it is compared with, in words."""
    period: Period
    by: str
    by_title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None
    notes: tuple[str, ...] = ()


def share(part: int, whole: int) -> float | None:
    """Per cent with two decimals; None of nothing."""
    return round(100 * part / whole, 2) if whole else None


def change(now: Cell, before: Cell) -> float | None:
    """Per cent more (or less) than before; None where there was nothing to compare with."""
    if not isinstance(now, int | float) or not isinstance(before, int | float) or not before:
        return None
    return round(100 * (now - before) / before, 1)
