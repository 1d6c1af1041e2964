"""What citizens' phones may do: take numbers by the hall's code, and how their pages behave."""

import msgspec


class PhoneRules(msgspec.Struct, frozen=True, kw_only=True):
    """``[phone]``: numbers by phone, and the ticket's own page; 0 means no limit."""

    numbers: bool = False
    """Whether the hall shows its code and phones may take numbers by it."""
    services: tuple[str, ...] = ()
    """Only these by phone; empty: all that the hall offers."""
    code_minutes: float = 3.0
    """How long one code is shown."""
    grace_s: int = 60
    """How long a code is still good after the next one is shown."""
    choose_minutes: float = 10.0
    """How long somebody who has scanned a good code may take to choose."""
    numbers_a_day: int = 3
    """How many numbers one phone gets a day."""
    waiting: int = 0
    """How many who took their number by phone may wait at a time."""
    numbers_a_code: int = 60
    """How many numbers one code gives."""
    near: int = 2
    """With so many ahead, or fewer, the page says to come near."""
    wifi: str = ""
    """The name of the hall's Wi-Fi, shown beside the code; empty: any network reaches the hall."""
