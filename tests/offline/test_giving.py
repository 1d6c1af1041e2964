"""Which numbers a kiosk gives, and when: before opening, after closing, after midnight, none left."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from hallctl.core.commands import IssueTicket
from hallctl.core.paper import Document, QrCode, Text
from hallctl.core.views import LeasedNumbers, LeaseDocument, LeasedPaper
from hallctl.station.link.addressing import new_command_id
from hallctl.station.offline.giving import Giving
from hallctl.station.offline.journal import OfflineJournal

DAY_MS = 86_400_000
OPENS, UNTIL = 1_795_132_800_000, 1_795_168_800_000
"""Friday 20 November 2026, 07:00 to 17:00 in Hà Nội."""
FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)


def lease(name: str = "one", first: int = 501, last: int = 503) -> LeaseDocument:
    links = tuple(f"http://hall/t/{serial}" for serial in range(first, last + 1))
    paper = Document((Text("{number}", "number"), Text("{time} · thứ Sáu"), QrCode("{link}")))
    return LeaseDocument(
        lease=name,
        station="kiosk-1",
        business_day=FRIDAY,
        opens_at=OPENS,
        until=UNTIL,
        numbers=(LeasedNumbers(service="land", letter="B", first=first, last=last, links=links),),
        papers=(LeasedPaper(service="land", language="vi", document=paper),),
    )


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OfflineJournal]:
    journal = OfflineJournal(tmp_path / "offline.db")
    yield journal
    journal.close()


def give(giving: Giving, now: int = OPENS) -> str:
    free = giving.free("land", now)
    assert free is not None
    wish = IssueTicket(command_id=new_command_id(), service="land", language="vi")
    giving.give(free, wish, now, was_asked=False)
    return free.number


def test_numbers_are_given_in_order_until_none_is_left(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    giving = Giving(journal)
    assert [give(giving) for _ in range(3)] == ["B501", "B502", "B503"]
    assert giving.free("land", OPENS) is None
    assert giving.services(OPENS) == frozenset()


def test_the_next_lease_follows_the_first(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    journal.keep_lease(lease("two", 601, 602))
    giving = Giving(journal)
    assert [give(giving) for _ in range(4)] == ["B501", "B502", "B503", "B601"]


def test_numbers_of_tomorrow_are_not_given_today(journal: OfflineJournal) -> None:
    """A hall that never closes: the next day's numbers open half an hour before midnight."""
    today, tomorrow = lease(), lease("two", 601, 602)
    opens = today.until - 30 * 60_000
    journal.keep_lease(today)
    journal.keep_lease(
        replace(tomorrow, business_day=SATURDAY, opens_at=opens, until=UNTIL + DAY_MS)
    )
    giving = Giving(journal)
    assert [give(giving, opens) for _ in range(3)] == ["B501", "B502", "B503"]
    assert giving.services(opens) == frozenset()
    assert give(giving, UNTIL) == "B601"


@pytest.mark.parametrize("now", [OPENS - 1, UNTIL, UNTIL + 7 * 3_600_000, OPENS + DAY_MS])
def test_a_lease_is_good_for_its_own_hours_only(journal: OfflineJournal, now: int) -> None:
    journal.keep_lease(lease())
    giving = Giving(journal)
    assert giving.services(now) == frozenset()
    assert giving.lease_at(now) is None


def test_a_kiosk_that_starts_again_gives_no_number_twice(
    journal: OfflineJournal, tmp_path: Path
) -> None:
    journal.keep_lease(lease())
    give(Giving(journal))
    again = OfflineJournal(tmp_path / "offline.db")
    assert give(Giving(again)) == "B502"
    again.close()


def test_the_disk_itself_refuses_a_number_twice(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    giving = Giving(journal)
    free = giving.free("land", OPENS)
    assert free is not None
    wish = IssueTicket(command_id=new_command_id(), service="land")
    giving.give(free, wish, OPENS, was_asked=False)
    with pytest.raises(sqlite3.IntegrityError):
        giving.give(free, wish, OPENS, was_asked=False)


def test_a_clock_that_steps_back_does_not_reorder_what_was_given(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    giving = Giving(journal)
    give(giving, OPENS + 60_000)
    give(giving, OPENS)
    first, second = journal.waiting()
    assert first.wish.issued_at == second.wish.issued_at == OPENS + 60_000


def test_a_slip_is_filled_in_with_number_time_and_link(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    giving = Giving(journal)
    give(giving, OPENS + 5 * 60_000)
    job = giving.print_job(journal.waiting()[0], "Asia/Ho_Chi_Minh")
    assert job is not None
    number, time, link = job.document.blocks
    assert (job.ticket, number, time, link) == (
        "2026-11-20-B501",
        Text("B501", "number"),
        Text("07:05 · thứ Sáu"),
        QrCode("http://hall/t/501"),
    )


def test_a_lease_the_hall_no_longer_knows_gives_nothing_more(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    journal.keep_only(("another",))
    assert Giving(journal).services(OPENS) == frozenset()
