"""A form as PDF: its struct as plain values, handed to the edition's template as data alone.

What people wrote goes in as JSON and is never part of the template, so it can't be markup.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import fontpkg_be_vietnam_pro
import fontpkg_inter
import typst

from hallctl.forms.citizen_forms import (
    ApologyForm,
    ReceiptForm,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from hallctl.forms.editions import edition_on
from hallctl.forms.errors import FormError
from hallctl.forms.plain_text import plain
from hallctl.forms.symbols import Symbol, bar_drawing, check_code, qr_drawing
from hallctl.forms.tracking_forms import MOST_BLANK_ROWS, ControlSlip, Register

Size = Literal["a4", "a5"]
Form = ReceiptForm | SupplementForm | RefusalForm | ApologyForm | StopForm | ControlSlip | Register

NUMBERS: Mapping[type, str] = {
    ReceiptForm: "01",
    SupplementForm: "02",
    RefusalForm: "03",
    ApologyForm: "04",
    StopForm: "05",
    ControlSlip: "06",
    Register: "07",
}
_TEMPLATES = Path(__file__).parent / "templates"


def draw_form(form: Form, size: Size = "a4") -> bytes:
    """The form as PDF, in the edition of the day it is issued; the same form, the same bytes.

    Raises :class:`FormError`: no edition on that day, a due time before reception, a code or link
    that can't be drawn, a table on A5.
    """
    if size not in sizes_of(form):
        raise FormError(f"form {NUMBERS[type(form)]} is not for {size.upper()}")
    _check_times(form)
    _check_codes(form)
    edition = edition_on(form.heading.issued)
    number = NUMBERS[type(form)]
    shown = plain(form) | {"size": size, "no": number, "circular": edition.circular}
    try:
        return typst.compile(
            _TEMPLATES / edition.folder / f"{number}.typ",
            root=_TEMPLATES,
            font_paths=shipped_fonts(),
            sys_inputs={"form": json.dumps(shown | _symbols(form))},
            timestamp=_midnight(form),
            pdf_tags=not isinstance(form, Register),  # a year of them would weigh ten times more
        )
    except typst.TypstError:
        raise FormError(f"form {number} could not be set") from None  # its words may be a person's


def sizes_of(form: Form) -> tuple[Size, ...]:
    """The papers a form fits on; tables take A4 only."""
    return ("a4",) if isinstance(form, ControlSlip | Register) else ("a4", "a5")


def _check_times(form: Form) -> None:
    match form:
        case ReceiptForm() | ApologyForm() | ControlSlip() if form.due < form.received:
            raise FormError("the due time is before reception")
        case ControlSlip() if not 0 <= form.blank_rows <= MOST_BLANK_ROWS:
            raise FormError(f"blank rows are 0 to {MOST_BLANK_ROWS}")
        case Register() if form.last_day < form.first_day:
            raise FormError("the last day is before the first")


def _check_codes(form: Form) -> None:
    """A code that is read out of a form must be one; forms 02 and 03 may be about none yet."""
    match form:
        case Register():
            codes = [row.dossier for row in form.rows]
        case SupplementForm() | RefusalForm():
            codes = [form.dossier] if form.dossier else []
        case _:
            codes = [form.dossier]
    for code in codes:
        check_code(code)


def _symbols(form: Form) -> dict[str, dict[str, object]]:
    drawn: dict[str, Symbol] = {}
    if isinstance(form, ReceiptForm | ControlSlip):
        drawn["bars"] = bar_drawing(form.dossier)
    if isinstance(form, ReceiptForm):
        drawn["qr"] = qr_drawing(form.link)
    return {name: symbol._asdict() for name, symbol in drawn.items()}


def _midnight(form: Form) -> int:
    """The PDF's own date: a clock would make every copy another file."""
    issued = form.heading.issued
    return int(datetime(issued.year, issued.month, issued.day, tzinfo=UTC).timestamp())


@lru_cache(maxsize=1)
def shipped_fonts() -> typst.Fonts:
    """The fonts that are shipped, and none of this machine's."""
    folders = [fontpkg_be_vietnam_pro.ROOT / "files", fontpkg_inter.ROOT / "files"]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
