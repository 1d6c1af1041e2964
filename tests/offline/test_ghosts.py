"""A ticket that the hall granted unheard is held by nobody: its slip never comes out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from hallctl.core.commands import CancelTicket, HandInTicket, IssueTicket
from hallctl.core.events import TicketIssued
from hallctl.core.paper import Document, Text
from hallctl.core.views import PrintJob
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.seen import Seen
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.offline.kiosk_link import KioskLink
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import NINE_O_CLOCK
from tests.screens.kiosk_samples import kiosk_view

DAY = date(2026, 11, 20)
GHOST = f"{DAY}-A001"


class HallLinkAlike(FakeLink):
    """With the patience of a real link."""

    patience_s = 10.0

    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()


@pytest.fixture
def hall(qapp: QGuiApplication) -> HallLinkAlike:
    """A hall that has granted the kiosk's wish, and could not say so."""
    return HallLinkAlike()


@pytest.fixture
def kiosk(hall: HallLinkAlike, tmp_path: Path) -> Iterator[KioskLink]:
    """It gave a number of its own instead."""
    journal = OfflineJournal(tmp_path / "offline.db")
    asked = IssueTicket(command_id=new_command_id(), service="birth")
    own = HandInTicket(
        command_id=asked.command_id,
        lease="1",
        business_day=DAY,
        service="birth",
        serial=501,
        issued_at=NINE_O_CLOCK,
    )
    journal.give("A", "A501", own, asked)
    link = KioskLink(hall, journal)  # type: ignore[arg-type]
    yield link
    link.stop()


def job(ticket: str) -> PrintJob:
    paper = Document((Text(ticket),))
    return PrintJob(ticket=ticket, number=ticket[-4:], station="kiosk-1", fault="", document=paper)


def printed(kiosk: KioskLink) -> list[str]:
    assert kiosk.view is not None
    return [one.ticket for one in kiosk.view.print_jobs]


def test_its_slip_is_left_alone_until_a_view_no_longer_names_it(
    hall: HallLinkAlike, kiosk: KioskLink
) -> None:
    from_before = kiosk_view(jobs=(job(GHOST),))
    hall.show(from_before)
    assert printed(kiosk) == []
    hall.refuse("id_reused")
    hall.grant(issued(GHOST))
    assert printed(kiosk) == []
    hall.grant()
    assert isinstance(hall.sent[-1], CancelTicket)
    assert printed(kiosk) == []
    hall.grant()
    assert printed(kiosk) == [], "what is shown is still from before it was cancelled"
    hall.show(msgspec.structs.replace(from_before, journal_number=9, print_jobs=(job("B002"),)))
    assert printed(kiosk) == ["B002"]


def issued(ticket: str) -> TicketIssued:
    return TicketIssued(
        at=NINE_O_CLOCK,
        ticket=ticket,
        visit=ticket,
        number="A001",
        serial=1,
        letter="A",
        service="birth",
        group="normal",
        language="vi",
        station="kiosk-1",
        ahead=0,
    )
