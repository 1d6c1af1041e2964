"""A past day folded to any moment is the hall as it was, whatever way one drags."""

from datetime import timedelta

import pytest
from sqlite_utils import Database

from hallctl.core.hall.counting import counts_of, reconciles
from hallctl.ledger import replaying
from hallctl.ledger.past import first_since
from hallctl.ledger.replaying import PastDay, days_with_facts
from tests.core.one_day import dump
from tests.simulated import TODAY


@pytest.fixture
def day(ledger: Database) -> PastDay:
    return PastDay(ledger, days_with_facts(ledger)[1])


def test_the_days_there_are_are_known(ledger: Database) -> None:
    days = days_with_facts(ledger)
    assert days[0] == TODAY
    assert len(days) == 8
    assert PastDay(ledger, TODAY + timedelta(days=1)).opens_at == 0


def test_a_past_moment_counts_what_the_ledger_counts(ledger: Database, day: PastDay) -> None:
    for part in (0.1, 0.4, 0.75, 1.0):
        at = round(day.opens_at + (day.closes_at - day.opens_at) * part)
        hall = day.hall_at(at)
        (issued, finished) = ledger.execute(
            "select count(*), sum(finished_at <= :at) from tickets"
            " where business_day = :day and issued_at <= :at",
            {"day": day.day.isoformat(), "at": at},
        ).fetchone()
        counts = counts_of(hall.tallies.values())
        assert (counts.issued, counts.finished) == (issued, finished or 0)
        assert reconciles(counts)


def test_its_journal_number_is_the_last_one_before_the_moment(
    ledger: Database, day: PastDay
) -> None:
    at = (day.opens_at + day.closes_at) // 2
    number = day.hall_at(at).journal_number
    assert number < first_since(ledger, at + 1)


def test_dragging_back_and_forth_shows_the_same(
    ledger: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "KEYFRAME_EVERY", 50)
    day = PastDay(ledger, days_with_facts(ledger)[1])
    span = day.closes_at - day.opens_at
    moments = [day.opens_at + span * part // 10 for part in range(11)]
    there = [dump(day.hall_at(at)) for at in moments]
    back = [dump(day.hall_at(at)) for at in reversed(moments)]
    assert there == back[::-1]
    assert len(set(there)) > 5


def test_looking_changes_nothing_of_what_is_kept(
    ledger: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "KEYFRAME_EVERY", 50)
    day = PastDay(ledger, days_with_facts(ledger)[1])
    first = day.hall_at(day.closes_at)
    seen = dump(first)
    first.clear_day()
    assert dump(day.hall_at(day.closes_at)) == seen


def test_the_line_above_the_day_is_how_many_waited(day: PastDay) -> None:
    waiting = day.waiting(60)
    assert len(waiting) == 60
    assert max(waiting) > 0
    at = day.opens_at + (day.closes_at - day.opens_at) * 20 // 59
    hall = day.hall_at(at)
    assert waiting[20] == sum(map(hall.queues.length, hall.tallies))
