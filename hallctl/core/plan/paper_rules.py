"""How the hall lays out its slips: which lines, in which order, how large; a picture, closing words."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from hallctl.core.paper import Block, Picture, Rule, Size, Text
from hallctl.core.words import Words

TicketPart = Literal[
    "logo", "authority", "hall", "label", "number", "service", "then", "time", "ahead", "qr",
    "footer", "rule",
]  # fmt: skip
ReceiptPart = Literal[
    "logo", "authority", "hall", "label", "code", "barcode", "procedure", "times", "due", "where",
    "qr", "footer", "rule",
]  # fmt: skip
SizeWish = Literal["", "small", "normal", "large", "huge", "number"]


class TicketLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a ticket; an empty size is the line's own."""

    line: TicketPart
    size: SizeWish = ""


class ReceiptLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a dossier's receipt."""

    line: ReceiptPart
    size: SizeWish = ""


class SlipLook(msgspec.Struct, frozen=True, kw_only=True):
    """A slip's lines from top to bottom, its closing words, and its picture as a PNG in base64."""

    lines: tuple[TicketLine | ReceiptLine, ...] = ()
    footer: Words = Words("")
    logo: str = ""


def _usual_ticket() -> tuple[TicketLine, ...]:
    parts: tuple[TicketPart, ...] = (
        *("logo", "hall", "rule", "label", "number", "service", "then", "time"),
        *("rule", "ahead", "rule", "qr", "footer"),
    )
    return tuple(TicketLine(line=part) for part in parts)


def _usual_receipt() -> tuple[ReceiptLine, ...]:
    parts: tuple[ReceiptPart, ...] = (
        *("logo", "hall", "rule", "label", "code", "barcode", "procedure", "times", "rule"),
        *("due", "where", "rule", "qr", "footer"),
    )
    return tuple(ReceiptLine(line=part) for part in parts)


USUAL_TICKET, USUAL_RECEIPT = _usual_ticket(), _usual_receipt()
"""For halls that say nothing."""


class PaperRules(msgspec.Struct, frozen=True, kw_only=True):
    """How tickets and receipts look."""

    ticket: SlipLook = SlipLook()
    receipt: SlipLook = SlipLook()


Parts = Mapping[str, tuple[Block, ...]]
"""What each line of a slip is made of."""


def laid_out(
    look: SlipLook, usual: tuple[TicketLine | ReceiptLine, ...], parts: Parts, language: str
) -> tuple[Block, ...]:
    """The slip's blocks in the hall's order; a line that has nothing to say is left out."""
    footer = look.footer.spoken_in(language)
    every: dict[str, tuple[Block, ...]] = {
        **parts,
        "rule": (Rule(),),
        "logo": (Picture(look.logo),) if look.logo else (),
        "footer": (Text(footer, "small"),) if footer else (),
    }
    return tuple(
        _sized(block, one.size)
        for one in (look.lines or usual)
        for block in every.get(one.line, ())
    )


def _sized(block: Block, size: SizeWish) -> Block:
    if size and isinstance(block, Text):
        wished: Size = size
        return msgspec.structs.replace(block, size=wished)
    return block
