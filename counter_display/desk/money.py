"""Amounts of đồng as officials read and type them."""

import re

_AMOUNT = re.compile(r"\d{1,3}(?:[., ]?\d{3})*|\d+")
MOST = 10_000_000_000


def dong(amount: int) -> str:
    """``1.120.000 đ``."""
    return f"{amount:,}\u00a0đ".replace(",", ".")


def amount_in(text: str) -> int | None:
    """``120000`` or ``120.000 đ`` as a number; None for none."""
    bare = text.strip().removesuffix("đ").strip()
    if not _AMOUNT.fullmatch(bare):
        return None
    amount = int(re.sub(r"\D", "", bare))
    return amount if 0 < amount <= MOST else None
