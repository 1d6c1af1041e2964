"""Stations tell how far numbers had come with whatever they ask, and are believed if it can be."""

from contextlib import closing

import msgspec

from hallctl.journal.sqlite_journal import open_database
from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork, granted


def answers_kept(hall: HallAtWork) -> int:
    with closing(open_database(hall.directory.journal, read_only=True)) as database:
        (count,) = database.execute("select count(*) from answers").fetchone()
        return int(count)


def head(hall: HallAtWork, business_day: str) -> bytes:
    return b"Hall-Numbers: %s\r\n" % msgspec.json.encode(
        {"business_day": business_day, "up_to": {"A": 260}}
    )


def test_a_day_that_only_a_wrong_clock_has_seen_costs_the_journal_nothing(hall: HallAtWork) -> None:
    hall.open("1")
    kiosk = hall.wire("kiosk-1")
    kiosk.head(head(hall, "2099-01-01"))
    before = answers_kept(hall)
    issued = granted(kiosk.ask(wish("IssueTicket", service="civil-status")))
    assert issued["number"] == "A001"
    assert answers_kept(hall) == before + 1
