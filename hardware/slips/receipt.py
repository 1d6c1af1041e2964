"""The layout of a printed slip: blocks from top to bottom, without bytes and without tickets.

As JSON: `{"version": 1, "blocks": [{"block": "text", "text": "A017", "size": "number"}]}`.
"""

from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

Size = Literal["small", "normal", "large", "huge", "number"]
Weight = Literal["regular", "bold"]
Align = Literal["left", "center", "right"]

RECEIPT_VERSION = 1

_Kind = TypeVar("_Kind")

# A slip has an end: these bounds keep one document below about two metres of paper.
_Words = Annotated[str, Meta(max_length=2000)]
_QrText = Annotated[str, Meta(min_length=1, max_length=600)]
_BarText = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[ -~]+\Z")]
_Rows = Annotated[int, Meta(ge=0, le=400)]
_Png = Annotated[str, Meta(min_length=1, max_length=120_000)]


class ReceiptError(ValueError):
    """A document that is no receipt; the message says where and why in one line."""


class Text(msgspec.Struct, frozen=True, tag_field="block", tag="text"):
    """Words that wrap at spaces; `number` is set in one line, as large as the paper allows."""

    text: _Words
    size: Size = "normal"
    weight: Weight = "regular"
    align: Align = "center"


class Pair(msgspec.Struct, frozen=True, tag_field="block", tag="pair"):
    """A label on the left and its value, bolder, on the right."""

    left: _Words
    right: _Words
    size: Size = "normal"


class Rule(msgspec.Struct, frozen=True, tag_field="block", tag="rule"):
    """A thin line across the slip, with air above and below."""


class Space(msgspec.Struct, frozen=True, tag_field="block", tag="space"):
    """Blank paper; `rows` are dot rows at 203 dpi, eight to a millimetre."""

    rows: _Rows


class QrCode(msgspec.Struct, frozen=True, tag_field="block", tag="qr"):
    """A QR code in the middle, with small words below it."""

    text: _QrText
    caption: _Words = ""


class Barcode(msgspec.Struct, frozen=True, tag_field="block", tag="barcode"):
    """A Code 128 in the middle, with small words below it.

    It stands upright, bars across the paper, where it is too long to lie in dots that scanners see.
    """

    text: _BarText
    caption: _Words = ""


class Picture(msgspec.Struct, frozen=True, tag_field="block", tag="picture"):
    """A picture in greys, in the middle: a PNG in base64, a dot of it a dot of paper at 203 dpi."""

    png: _Png


Block = Text | Pair | Rule | Space | QrCode | Barcode | Picture


class Receipt(msgspec.Struct, frozen=True):
    """One slip; it is cut after its last block."""

    version: int = RECEIPT_VERSION
    blocks: Annotated[tuple[Block, ...], Meta(max_length=100)] = ()


class _Head(msgspec.Struct):
    version: int = RECEIPT_VERSION


def decode_receipt(document: bytes | str | msgspec.Raw | dict[str, Any]) -> Receipt:
    """Read a receipt from JSON, or from what JSON was already read into.

    Unknown fields are ignored, unknown blocks and versions are not. Raises ReceiptError.
    """
    try:
        head = _read(document, _Head)
        if head.version != RECEIPT_VERSION:
            raise ReceiptError(
                f"receipt version {head.version} is not known, only {RECEIPT_VERSION}"
            )
        return _read(document, Receipt)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ReceiptError(f"not a receipt: {error}") from error


def encode_receipt(receipt: Receipt) -> bytes:
    """The receipt as JSON, as `decode_receipt` reads it."""
    return msgspec.json.encode(receipt)


def _read(document: bytes | str | msgspec.Raw | dict[str, Any], kind: type[_Kind]) -> _Kind:
    if isinstance(document, dict):
        return msgspec.convert(document, kind)
    return msgspec.json.decode(document, type=kind)
