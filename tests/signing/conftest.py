"""A hall whose day was sealed, signed, and then corrected; and one call to make it sign now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork, granted


def sign_now(hall: HallAtWork) -> None:
    """What is due is signed before the next line of the test."""
    hall.wait_for(hall.assembly.kept.signing.signer.sign_due())


def one_day(hall: HallAtWork) -> tuple[str, str]:
    """Two numbers, one served and badly rated, one left over; gives the day and the visit."""
    admin = hall.wire()
    day = granted(admin.ask(wish("OpenDay")))["business_day"]
    granted(admin.ask(wish("OpenCounter", counter="1", official="Lan")))
    for _ in range(2):
        granted(admin.ask(wish("IssueTicket", service="civil-status")))
    granted(admin.ask(wish("CallNext", counter="1")))
    visit = str(granted(admin.ask(wish("FinishVisit", counter="1")))["visit"])
    granted(admin.ask(wish("RateVisit", visit=visit, result=1, attitude=1)))
    granted(admin.ask(wish("CloseDay")))
    return str(day), visit


@pytest.fixture
def signed(hall: HallAtWork) -> tuple[HallAtWork, str]:
    """The hall and its signed day, with one correction."""
    day, visit = one_day(hall)
    sign_now(hall)
    granted(hall.wire().ask(wish("StrikeRating", visit=visit, reason="bấm nhầm")))
    sign_now(hall)
    return hall, day


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    """A fresh hall, its day not opened."""
    hall = HallAtWork(tmp_path / "hall")
    yield hall
    hall.close()
