"""What a benchmark finds, and how it is shown: a table for people, JSON for machines."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured number beside its floor, measured in the same run."""

    what: str
    value: float
    unit: str
    floor: float | None = None
    """The same thing done with nothing around it, in the same unit."""
    aim: str = ""
    holds: bool | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is."""
        return self.value / self.floor if self.floor else None


Benchmark = Callable[[float], list[Figure]]
"""Measures with that share of its usual rounds (1.0 is the usual) and gives what it found."""


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return percentile(values, 0.5)


def table(figures: Sequence[Figure]) -> str:
    """The figures in aligned columns."""
    head = ("", "figure", "", "floor", "× floor", "aim", "")
    rows = [head] + [_row(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(_line(row, widths).rstrip() for row in rows)


def write_json(figures: Sequence[Figure], file: Path) -> None:
    """Keep the figures where a program can read them."""
    rows = [{**asdict(figure), "ratio": figure.ratio} for figure in figures]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.what,
        _number(figure.value),
        figure.unit,
        "" if figure.floor is None else _number(figure.floor),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        figure.aim,
        "" if figure.holds is None else "holds" if figure.holds else "MISSED",
    )


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    is_right = (False, True, False, True, True, False, False)
    cells = (
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(row, widths, is_right, strict=True)
    )
    return "  ".join(cells)


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
