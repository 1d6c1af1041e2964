"""The hall's own lists as PDF: what they show, a table of texts, and who signs below it.

Manifests, hand-over sheets and lists of the day are no forms of a circular, so they have no edition.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import msgspec
import typst

from hallctl.forms.drawing import shipped_fonts
from hallctl.forms.errors import FormError
from hallctl.forms.plain_text import plain
from hallctl.forms.symbols import bar_drawing

Shown = Literal["text", "number", "barcode"]
_TEMPLATES = Path(__file__).parent / "templates"


class Column(msgspec.Struct, frozen=True):
    """A column, and how wide it is; all of a list together fill the paper's width."""

    head: str
    share: float
    shown: Shown = "text"
    """A number stands at the right; a barcode is drawn above its text."""


class Fact(msgspec.Struct, frozen=True):
    """A line above the table."""

    label: str
    value: str


class HallList(msgspec.Struct, frozen=True, kw_only=True):
    """One list; each begins on a page of its own, unless it stands ``below`` the one before.

    ``rows`` and ``totals`` have a text for every column. ``signers`` sign below, side by side.
    """

    authority: str
    hall: str
    issued: date
    title: str
    facts: tuple[Fact, ...] = ()
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    empty: str = ""
    """What is said instead of rows."""
    note: str = ""
    signers: tuple[str, ...] = ()
    sign_here: str = ""
    """What stands below each signer's role."""
    below: bool = False
    """It goes on where the list before ends, and needs no head of its own."""


def draw_lists(lists: Sequence[HallList], *, landscape: bool = False) -> bytes:
    """The lists as one PDF on A4; the same lists, the same bytes.

    Raises :class:`FormError` for none at all, a barcode of other than printable ASCII, or a row
    that does not fit its columns.
    """
    if not lists:
        raise FormError("there is no list to draw")
    for one in lists:
        if any(len(row) != len(one.columns) for row in (*one.rows, *one.totals)):
            raise FormError("a row has other columns than its list")
    issued = lists[0].issued
    shown = {"size": "a4", "landscape": landscape, "lists": [_plain(one) for one in lists]}
    try:
        return typst.compile(
            _TEMPLATES / "hall" / "list.typ",
            root=_TEMPLATES,
            font_paths=shipped_fonts(),
            sys_inputs={"form": json.dumps(shown)},
            timestamp=int(datetime(issued.year, issued.month, issued.day, tzinfo=UTC).timestamp()),
        )
    except typst.TypstError:
        raise FormError("the list could not be set") from None  # its words may be a person's


def _plain(one: HallList) -> dict[str, object]:
    barcodes = [place for place, column in enumerate(one.columns) if column.shown == "barcode"]
    symbols = {row[place]: bar_drawing(row[place]) for row in one.rows for place in barcodes}
    drawn = {text: symbol._asdict() for text, symbol in symbols.items()}
    return {**plain(one), "symbols": drawn}
