"""VietQR: the text of a code that a banking app reads as a transfer to one account.

The format is EMVCo's merchant-presented mode with NAPAS's account template under 38: objects of
two digits of identifier, two of length, then the value; a CRC-16/CCITT-FALSE at the end.
"""

import re

import msgspec

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
VND = "704"
LARGEST_AMOUNT = 10**13 - 1
"""Đồng; field 54 holds thirteen characters."""

_BANK = re.compile(r"[0-9]{6}", re.ASCII)
_ACCOUNT = re.compile(r"[A-Za-z0-9]{1,19}", re.ASCII)
_PURPOSE = re.compile(r"(?! )[A-Za-z0-9 .\-]{1,25}(?<! )", re.ASCII)


class VietQrError(ValueError):
    """What can't be asked for by VietQR; the message says which part is wrong, not its value."""


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """A transfer to ask for.

    ``bank`` is the six-digit BIN that NAPAS gave the bank, ``account`` at most 19 letters and
    digits, ``amount`` in đồng or None for whoever pays to fill in, ``purpose`` at most 25 of
    A–Z, a–z, 0–9, space, ``.`` and ``-``: banks change or drop anything else.
    """

    bank: str
    account: str
    amount: int | None = None
    purpose: str = ""


def viet_qr(transfer: Transfer) -> str:
    """The text of the code. Raises :class:`VietQrError`."""
    _check(transfer)
    account = _field("00", transfer.bank) + _field("01", transfer.account)
    napas = _field("00", NAPAS) + _field("01", account) + _field("02", TO_ACCOUNT)
    once = transfer.amount is not None or bool(transfer.purpose)
    body = _field("00", "01") + _field("01", "12" if once else "11") + _field("38", napas)
    body += _field("53", VND)
    if transfer.amount is not None:
        body += _field("54", str(transfer.amount))
    body += _field("58", "VN")
    if transfer.purpose:
        body += _field("62", _field("08", transfer.purpose))
    body += "6304"  # the checksum covers its own identifier and length
    return f"{body}{crc_16(body.encode('ascii')):04X}"


def crc_16(octets: bytes) -> int:
    """CRC-16/CCITT-FALSE: polynomial 1021, from FFFF, nothing reflected."""
    crc = 0xFFFF
    for octet in octets:
        crc ^= octet << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def _check(transfer: Transfer) -> None:
    if not _BANK.fullmatch(transfer.bank):
        raise VietQrError("the bank is no BIN of six digits")
    if not _ACCOUNT.fullmatch(transfer.account):
        raise VietQrError("the account is not 1 to 19 letters and digits")
    if transfer.amount is not None and not 0 < transfer.amount <= LARGEST_AMOUNT:
        raise VietQrError(f"the amount is not between 1 and {LARGEST_AMOUNT} đồng")
    if transfer.purpose and not _PURPOSE.fullmatch(transfer.purpose):
        raise VietQrError("the purpose is not at most 25 of A-Z, a-z, 0-9, space, dot and hyphen")


def _field(identifier: str, value: str) -> str:
    return f"{identifier}{len(value):02d}{value}"
