"""The square code of an appointment as a PNG, for its page and its letter."""

from io import BytesIO

from hardware.slips.qr_symbol import draw_qr, qr_modules

DOTS = 8


def picture_of(text: str) -> bytes:
    """Black on white with its quiet zone, eight dots a module: sharp on any screen."""
    out = BytesIO()
    draw_qr(qr_modules(text), DOTS).convert("1").save(out, "PNG", optimize=True)
    return out.getvalue()
