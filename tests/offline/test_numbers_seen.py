"""What stations have seen is never given again, however much of the journal was lost, unnoticed too."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkRequest

from hallctl.core import commands as c
from hallctl.core.numbers_known import numbers_given
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from hallctl.station.link.seen import NUMBERS, Seen
from hallctl.station.printing.print_journal import PrintJournal, SlipState
from hallctl.station.printing.printed_numbers import printed_numbers
from tests.core.one_day import KIOSK, MONDAY, OneDay, replayed, wish

HALL = Actor("numbers", Role.HALL)
TUESDAY = MONDAY + timedelta(1)


def put_back(day: OneDay, facts: int) -> OneDay:
    """The hall as a snapshot of its machine has it: nothing tells that it is an older one."""
    again = OneDay(day.plan)
    again.hall = replayed(day.facts[:facts])
    again.at, again.today = day.at + 1, day.today
    return again


def told(day: OneDay, business_day: date, up_to: dict[str, int]) -> None:
    tells = wish(c.PassOverNumbers, told_by="board-1", business_day=business_day, up_to=up_to)
    day.refusal(tells, HALL)


@settings(max_examples=50, deadline=None)
@given(
    steps=st.lists(st.sampled_from(["birth", "land", "lease", "dossier"]), max_size=30),
    cut=st.floats(0, 1),
)
def test_no_number_and_no_code_that_a_board_has_seen_comes_again(
    steps: list[str], cut: float
) -> None:
    day = OneDay().open("1")
    marks = [len(day.facts)]
    for step in steps:
        match step:
            case "lease":
                day.refusal(wish(c.LeaseNumbers), KIOSK)
            case "dossier":
                day.do(wish(c.ReceiveDossier, procedure="1.000002"))
            case service:
                day.do(wish(c.IssueTicket, service=service), KIOSK)
        marks.append(len(day.facts))
    again = put_back(day, marks[round(cut * (len(marks) - 1))])
    told(again, MONDAY, numbers_given(day.hall))
    for service in ("birth", "land"):
        (issued,) = again.do(wish(c.IssueTicket, service=service), KIOSK)
        assert getattr(issued, "ticket", "") not in day.hall.tickets
    received = again.do(wish(c.ReceiveDossier, procedure="1.000002"))
    codes = {getattr(one, "dossier", "") for one in received} - {""}
    assert not codes & set(day.hall.dossiers.every)


def test_this_morning_s_numbers_are_passed_over_when_the_day_is_opened_once_more() -> None:
    day = OneDay().open("1")
    evening = len(day.facts)
    again = put_back(day, evening)
    again.today = TUESDAY
    told(again, TUESDAY, {"A": 34})
    again.do(wish(c.OpenDay))
    assert again.issue().number == "A035"


def test_a_complaint_s_code_is_nobody_else_s() -> None:
    day = OneDay().open("1")
    told(day, MONDAY, {"PA": 7})
    filed = day.do(wish(c.FileComplaint, about="conduct", digest="0" * 64), HALL)
    assert filed[0].complaint == "PA-261123-0008"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("business_day", "up_to"),
    [
        (MONDAY, {"A": 1}),
        (MONDAY, {}),
        (MONDAY - timedelta(1), {"A": 90}),
        (MONDAY + timedelta(9), {"A": 90}),
    ],
    ids=["known", "nothing", "a day that is over", "a day to come"],
)
def test_what_the_hall_knows_and_what_cannot_be_changes_nothing(
    business_day: date, up_to: dict[str, int]
) -> None:
    day = OneDay().open("1")
    day.issue()
    tells = wish(c.PassOverNumbers, told_by="pad-1", business_day=business_day, up_to=up_to)
    refused = day.refusal(tells, HALL)
    assert refused is not None
    assert refused.refusal is Refusal.NUMBERS_KNOWN
    assert day.issue().number == "A002"


def test_a_number_of_a_lease_does_not_lift_the_others() -> None:
    day = OneDay().open("1")
    day.do(wish(c.LeaseNumbers), KIOSK)
    told(day, MONDAY, {"A": 501})
    assert day.issue().number == "A001"


def heading(seen: Seen) -> object:
    request = QNetworkRequest(QUrl("http://hall"))
    seen.tell(request)
    head = bytes(request.rawHeader(NUMBERS.decode()).data())
    return msgspec.json.decode(head) if head else None


def test_a_station_tells_the_highest_of_the_newest_day() -> None:
    seen = Seen()
    assert heading(seen) is None
    seen.see_numbers(MONDAY, {"A": 30, "B": 2})
    seen.see_numbers(MONDAY, {"A": 12, "C": 1})
    assert heading(seen) == {"business_day": "2026-11-23", "up_to": {"A": 30, "B": 2, "C": 1}}
    seen.see_numbers(TUESDAY, {})
    assert heading(seen) is None
    seen.see_numbers(MONDAY, {"A": 99})
    assert heading(seen) is None


def test_what_is_on_paper_is_known_to_a_kiosk_that_was_switched_off(tmp_path: Path) -> None:
    file = tmp_path / "printed.db"
    assert printed_numbers(file) is None
    journal = PrintJournal(file)
    assert printed_numbers(file) is None
    journal.write("2026-11-22-A090", SlipState.PRINTED)
    journal.write("2026-11-23-A017", SlipState.PRINTED)
    journal.write("2026-11-23-A018", SlipState.BEGUN)
    journal.write("2026-11-23-A1019", SlipState.RELEASED)
    journal.write("2026-11-23-B1003#2", SlipState.PRINTED)
    journal.write("H15.50-261123-0001-receipt-42", SlipState.PRINTED)
    journal.close()
    assert printed_numbers(file) == (MONDAY, {"A": 18, "B": 1003})
