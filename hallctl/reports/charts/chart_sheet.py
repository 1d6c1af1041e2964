"""What charts are drawn on: the hall's colours and type, a bare sheet, and the SVG that comes of it.

Letters become outlines, so that a picture looks the same everywhere.
"""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

import fontpkg_be_vietnam_pro

from hallctl.reports.report import Cell
from hallctl.reports.saying import Saying

INK, SOFT, BRAND, SKY = "#0D1B2A", "#44546A", "#0B4F8A", "#9FC4E8"
GOOD, MINT, LINE, PAGE = "#1A7A4C", "#E2F3EA", "#D5DEE8", "#F3F6FA"
WORDS, TITLES = 10, 11
"""Sizes of type, in points."""
NARROW = 4.4
"""Inches on a phone."""
_WIDER = {"usual": 1.0, "broad": 1.25, "wide": 1.5}
"""So much more on a desk and on a wall: the type stays as large as the page's."""
Shape = Literal["narrow", "usual", "broad", "wide"]
LONGEST_LABEL = 44


class Look(NamedTuple):
    """For whom a chart is drawn: in whose words, on which day, on how wide a glass."""

    say: Saying
    today: date | None = None
    shape: Shape = "usual"

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room beside things."""
        return self.shape == "narrow"

    def wide(self, inches: float) -> float:
        """How wide the sheet is, of so many inches usually."""
        return NARROW if self.is_narrow else inches * _WIDER[self.shape]


def sheet(width: float, height: float, panels: Sequence[float] = (1,)) -> tuple[Any, list[Any]]:
    """A figure with its panels below each other, so tall by turns; all share what lies across."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow to come, and seldom asked for

    _dress()
    figure = Figure(figsize=(width, height), layout="constrained")
    found = figure.subplots(
        len(panels), 1, sharex=True, squeeze=False, gridspec_kw={"height_ratios": panels}
    )
    for axes in found[:, 0]:
        axes.tick_params(length=0, labelsize=WORDS, labelcolor=INK)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    return figure, list(found[:, 0])


def title(axes: Any, words: str, at: str = "left") -> None:
    """What a panel is about, above it."""
    axes.set_title(words, loc=at, color=SOFT, fontsize=TITLES)


def svg(figure: Any) -> bytes:
    """The figure as a picture that is the same whenever it is drawn."""
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def number(cell: Cell) -> float:
    """The cell's figure; 0 of nothing."""
    return float(cell) if isinstance(cell, int | float) else 0.0


def short(label: str) -> str:
    """A label that leaves room for its bar."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _dress() -> None:
    from matplotlib import font_manager, rcParams  # noqa: PLC0415

    if rcParams["font.family"] == ["Be Vietnam Pro"]:
        return
    for weight in ("Regular", "Medium", "Bold"):
        file = Path(fontpkg_be_vietnam_pro.ROOT) / "files" / f"BeVietnamPro-{weight}.ttf"
        font_manager.fontManager.addfont(str(file))
    rcParams["font.family"] = "Be Vietnam Pro"
    rcParams["font.weight"] = "normal"
    rcParams["svg.fonttype"] = "path"
    rcParams["svg.hashsalt"] = "hallctl"
