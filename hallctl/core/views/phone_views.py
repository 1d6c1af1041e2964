"""What a board or a kiosk shows to phones."""

import msgspec


class HallCodeShown(msgspec.Struct, frozen=True, kw_only=True):
    """The hall's code of these minutes, as its QR carries it."""

    address: str
    wifi: str = ""
    """The Wi-Fi on which the hall is reached, or empty for any."""
