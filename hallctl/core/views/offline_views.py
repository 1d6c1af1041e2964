"""What a kiosk needs to give numbers without the hall, in one document."""

from datetime import date

import msgspec

from hallctl.core.paper import Document


class LeasedNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of one service, and the addresses of their status pages in order."""

    service: str
    letter: str
    first: int
    last: int
    links: tuple[str, ...]


class LeasedPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket of one service in one language, its number, time and link still to be filled in."""

    service: str
    language: str
    document: Document


class LeaseDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One lease with all its station needs to give the numbers and print them."""

    lease: str
    station: str
    business_day: date
    opens_at: int
    until: int
    numbers: tuple[LeasedNumbers, ...]
    papers: tuple[LeasedPaper, ...]
