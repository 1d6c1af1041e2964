"""Gives numbers from leases: which services it can, the next number, and its paper."""

from datetime import datetime
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from hallctl.core.commands import HandInTicket, IssueTicket
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.paper import Document, QrCode, Text
from hallctl.core.views import LeasedNumbers, LeaseDocument, PrintJob
from hallctl.station.offline.journal import GivenTicket, OfflineJournal

Block = TypeVar("Block")

NUMBER, TIME, LINK = "{number}", "{time}", "{link}"


class Free(NamedTuple):
    """The next number that nobody has."""

    lease: LeaseDocument
    numbers: LeasedNumbers
    serial: int

    @property
    def number(self) -> str:
        """As it is printed and called."""
        return number_of(self.numbers.letter, self.serial)


class Giving:
    """The leases of one kiosk, and what it has given of them."""

    def __init__(self, journal: OfflineJournal) -> None:
        self._journal = journal
        self.leases = journal.leases()

    def refresh(self) -> None:
        """Leases have come or gone."""
        self.leases = self._journal.leases()

    def lease_at(self, now: int) -> LeaseDocument | None:
        """A lease of the day that is open at that time, by what the kiosk knows."""
        return next(iter(self._in_force(now)), None)

    def next_opening(self, now: int) -> int | None:
        """When it may give numbers again without hearing from the hall."""
        return min((one.opens_at for one in self.leases if one.opens_at > now), default=None)

    def services(self, now: int) -> frozenset[str]:
        """Those of which there is a number left."""
        asked = {one.service for lease in self.leases for one in lease.numbers}
        return frozenset(service for service in asked if self.free(service, now))

    def free(self, service: str, now: int) -> Free | None:
        """The next number of the service, or None when there is none left."""
        for lease in self._in_force(now):
            for one in lease.numbers:
                if one.service == service and (free := self._free_of(lease, one)):
                    return free
        return None

    def give(self, free: Free, asked: IssueTicket, now: int, *, was_asked: bool) -> HandInTicket:
        """A citizen gets the number; it is on disk when this returns."""
        wish = HandInTicket(
            command_id=asked.command_id,
            lease=free.lease.lease,
            business_day=free.lease.business_day,
            service=asked.service,
            serial=free.serial,
            issued_at=max(now, self._journal.last_issued_at()),
            priority=asked.priority,
            language=asked.language,
            also=asked.also,
        )
        self._journal.give(free.numbers.letter, free.number, wish, asked if was_asked else None)
        return wish

    def print_job(self, given: GivenTicket, timezone: str) -> PrintJob | None:
        """Its slip; None for one whose lease is gone."""
        lease = next((one for one in self.leases if one.lease == given.wish.lease), None)
        document = _filled(lease, given, timezone) if lease else None
        if lease is None or document is None:
            return None
        return PrintJob(
            ticket=ticket_of(given.wish.business_day, given.number),
            number=given.number,
            station=lease.station,
            fault="",
            document=document,
        )

    def _in_force(self, now: int) -> list[LeaseDocument]:
        """Those of one day: in a hall that never closes, the next day's open before this one ends."""
        now_open = [one for one in self.leases if one.opens_at <= now < one.until]
        return [one for one in now_open if one.business_day == now_open[0].business_day]

    def _free_of(self, lease: LeaseDocument, numbers: LeasedNumbers) -> Free | None:
        given = self._journal.serials_given(lease.business_day, numbers.letter)
        serials = range(numbers.first, numbers.last + 1)
        serial = next((one for one in serials if one not in given), None)
        return None if serial is None else Free(lease, numbers, serial)


def _filled(lease: LeaseDocument, given: GivenTicket, timezone: str) -> Document | None:
    wish = given.wish
    papers = [one for one in lease.papers if one.service == wish.service]
    paper = next((one for one in papers if one.language == wish.language), None)
    paper = paper or next(iter(papers), None)
    leased = [one for one in lease.numbers if one.service == wish.service]
    numbers = next((one for one in leased if one.first <= wish.serial <= one.last), None)
    if paper is None or numbers is None:
        return None
    issued = datetime.fromtimestamp(wish.issued_at / 1000, ZoneInfo(timezone))
    words = {
        NUMBER: given.number,
        TIME: f"{issued:%H:%M}",
        LINK: numbers.links[wish.serial - numbers.first],
    }
    blocks = (_fill(block, words) for block in paper.document.blocks)
    return msgspec.structs.replace(paper.document, blocks=tuple(blocks))


def _fill(block: Block, words: dict[str, str]) -> Block:
    if not isinstance(block, Text | QrCode):
        return block
    text = block.text
    for slot, word in words.items():
        text = text.replace(slot, word)
    return msgspec.structs.replace(block, text=text)
