"""What is to be printed, as a layout: blocks from top to bottom. Never bytes, never a printer."""

from typing import Literal

import msgspec

Size = Literal["small", "normal", "large", "huge", "number"]
Weight = Literal["regular", "bold"]
Align = Literal["left", "center", "right"]


class Text(msgspec.Struct, frozen=True, tag_field="block", tag="text"):
    """A paragraph that wraps."""

    text: str
    size: Size = "normal"
    weight: Weight = "regular"
    align: Align = "center"


class Pair(msgspec.Struct, frozen=True, tag_field="block", tag="pair"):
    """A label at the left and its value at the right."""

    left: str
    right: str
    size: Size = "normal"


class Rule(msgspec.Struct, frozen=True, tag_field="block", tag="rule"):
    """A line across the paper."""


class Space(msgspec.Struct, frozen=True, tag_field="block", tag="space"):
    """Empty rows, in dots."""

    rows: int


class QrCode(msgspec.Struct, frozen=True, tag_field="block", tag="qr"):
    """A QR code and the words under it."""

    text: str
    caption: str = ""


class Barcode(msgspec.Struct, frozen=True, tag_field="block", tag="barcode"):
    """A Code 128 of printable ASCII, at most 60 characters, and the words under it."""

    text: str
    caption: str = ""


class Picture(msgspec.Struct, frozen=True, tag_field="block", tag="picture"):
    """A picture in greys, in the middle; the printer's side sets it in dots."""

    png: str
    """In base64; a dot of it is a dot of paper at 203 dpi."""


Block = Text | Pair | Rule | Space | QrCode | Barcode | Picture


class Document(msgspec.Struct, frozen=True):
    """One slip of paper; cut after the last block."""

    blocks: tuple[Block, ...]
    version: int = 1
