"""The slip designer's form: every line of a slip, whether it is shown, where, and how large. Pure."""

from collections.abc import Sequence
from typing import Any, NamedTuple, get_args

import msgspec

from hallctl.core.plan import Words
from hallctl.core.plan.paper_rules import (
    USUAL_RECEIPT,
    USUAL_TICKET,
    ReceiptLine,
    ReceiptPart,
    SizeWish,
    SlipLook,
    TicketLine,
    TicketPart,
)
from hallctl.web.setup.setup_forms import Form, one

SLIPS = ("ticket", "receipt")
RULES = 4
"""A slip may be ruled so often by the form; a file may say more."""
SIZES: tuple[SizeWish, ...] = ("small", "normal", "large", "huge")
OF_ONE_SIZE = frozenset({"rule", "logo", "qr", "barcode", "number", "times"})
PARTS = {"ticket": get_args(TicketPart), "receipt": get_args(ReceiptPart)}
USUAL: dict[str, Sequence[TicketLine | ReceiptLine]] = {
    "ticket": USUAL_TICKET,
    "receipt": USUAL_RECEIPT,
}


class Row(NamedTuple):
    """One row of the form: the field's name, the line it stands for, and how it is set."""

    name: str
    line: str
    is_shown: bool
    place: int
    size: str
    has_size: bool


def rows_of(slip: str, lines: Sequence[TicketLine | ReceiptLine]) -> list[Row]:
    """The lines as they are, then those that are left out."""
    rules = iter(f"rule-{number}" for number in range(1, RULES + 1))
    shown = list(lines or USUAL[slip])
    named = [(next(rules, "") if each.line == "rule" else each.line, each) for each in shown]
    rows = [
        Row(name, each.line, True, place, each.size, each.line not in OF_ONE_SIZE)
        for place, (name, each) in enumerate(((n, e) for n, e in named if n), start=1)
    ]
    known = {row.name for row in rows}
    others = [part for part in PARTS[slip] if part != "rule"] + list(rules)
    absent = [name for name in others if name not in known]
    return rows + [
        Row(
            name,
            line := name.partition("-")[0],
            False,
            len(rows) + more,
            "",
            line not in OF_ONE_SIZE,
        )
        for more, name in enumerate(absent, start=1)
    ]


def look_of(slip: str, form: Form, logo: str) -> SlipLook:
    """How the slip would look; ``logo`` is the picture it has."""
    written = _lines(slip, form)
    lines: tuple[TicketLine | ReceiptLine, ...] = (
        msgspec.convert(written, tuple[TicketLine, ...])
        if slip == "ticket"
        else msgspec.convert(written, tuple[ReceiptLine, ...])
    )
    return SlipLook(lines=lines, footer=_footer(form), logo=logo)


def settings_of(slip: str, form: Form) -> dict[str, Any]:
    """The same as settings; the usual lines are left to their default."""
    look = look_of(slip, form, "")
    is_usual = tuple(look.lines) == tuple(USUAL[slip])
    return {
        "lines": None if is_usual else _lines(slip, form),
        "footer": {"vi": look.footer.vi, "en": look.footer.en} if look.footer.vi else None,
    }


def _lines(slip: str, form: Form) -> list[dict[str, str]]:
    names = [part for part in PARTS[slip] if part != "rule"]
    names += [f"rule-{number}" for number in range(1, RULES + 1)]
    shown = [name for name in names if one(form, f"show-{name}")]
    ordered = sorted(
        shown, key=lambda name: (_place(one(form, f"place-{name}")), names.index(name))
    )
    return [_line(name.partition("-")[0], one(form, f"size-{name}")) for name in ordered]


def _line(line: str, size: str) -> dict[str, str]:
    is_sized = size in SIZES and line not in OF_ONE_SIZE
    return {"line": line, **({"size": size} if is_sized else {})}


def _place(written: str) -> float:
    return float(written) if written.isdecimal() else float("inf")


def _footer(form: Form) -> Words:
    return Words(one(form, "footer_vi"), one(form, "footer_en"))
