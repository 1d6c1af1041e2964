"""What the technician decided about fees and home delivery: the account, the carriers, the price."""

import msgspec


class FeeRules(msgspec.Struct, frozen=True, kw_only=True):
    """The account that transfers go to; without a bank no slip has a VietQR code."""

    bank: str = ""
    """The six digits that NAPAS gave the bank."""
    bank_name: str = ""
    account: str = ""
    holder: str = ""


class DeliveryRules(msgspec.Struct, frozen=True, kw_only=True):
    """Who carries results home, and what it costs (đồng); 0: nothing, or what officials type."""

    carriers: tuple[str, ...] = ()
    fee: int = 0
