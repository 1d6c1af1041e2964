"""Who holds the gold row, and for how long."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_board.gold import DWELL_S, GoldRow
from tests.board.halls import MONDAY, SmallHall


@pytest.fixture
def hall():
    return SmallHall()


@pytest.fixture
def gold(hall):
    row = GoldRow()
    row.hear(hall.view, 0.0)
    return row


def test_before_the_first_call_nobody_is_in_gold(gold):
    assert gold.call is None
    assert gold.earlier == ()


def test_a_call_is_in_gold_at_once(hall, gold):
    hall.call("A001")
    gold.hear(hall.view, 10.0)
    assert gold.call.number == "A001"
    assert gold.due_in_s(10.0) is None


def test_on_the_first_view_the_newest_is_in_gold_and_the_rest_below(hall):
    for number in ("A001", "A002", "A003"):
        hall.call(number)
    row = GoldRow()
    row.hear(hall.view, 0.0)
    assert row.call.number == "A003"
    assert [one.number for one in row.earlier] == ["A002", "A001"]


def test_calls_at_once_take_turns_and_the_newest_stays(hall, gold):
    for number in ("A001", "B002", "C003"):
        hall.call(number)
    gold.hear(hall.view, 0.0)
    seen = [(gold.call.number, len(gold.earlier))]
    now = 0.0
    while (rest := gold.due_in_s(now)) is not None:
        assert rest == pytest.approx(DWELL_S)
        now += rest
        gold.pass_on(now)
        seen.append((gold.call.number, len(gold.earlier)))
    assert seen == [("A001", 0), ("B002", 1), ("C003", 2)]


def test_nobody_loses_the_gold_before_its_time(hall, gold):
    hall.call("A001")
    gold.hear(hall.view, 0.0)
    hall.call("B002")
    gold.hear(hall.view, 0.4)
    assert gold.call.number == "A001"
    assert gold.due_in_s(0.4) == pytest.approx(1.1)
    gold.pass_on(1.49)
    assert gold.call.number == "A001"
    gold.pass_on(1.5)
    assert gold.call.number == "B002"


def test_a_recall_takes_the_gold_again(hall, gold):
    hall.call("A001")
    hall.call("B002")
    gold.hear(hall.view, 0.0)
    gold.pass_on(2.0)
    hall.call("A001")
    gold.hear(hall.view, 10.0)
    assert gold.call.number == "A001"
    assert gold.call.is_recall
    assert [one.number for one in gold.earlier] == ["B002"]


def test_a_visit_that_ends_keeps_its_row(hall, gold):
    hall.call("A001")
    gold.hear(hall.view, 0.0)
    hall.finish("A001")
    gold.hear(hall.view, 5.0)
    assert gold.call.number == "A001"
    assert not gold.call.is_current


def test_after_a_break_of_the_line_old_calls_take_no_turn(hall, gold):
    for number in ("A001", "B002", "C003"):
        hall.call(number)
    hall.clock_s = 120
    gold.hear(hall.view, 120.0)
    assert gold.call.number == "C003"
    assert gold.due_in_s(120.0) is None


def test_a_new_day_begins_without_gold(hall, gold):
    hall.call("A001")
    gold.hear(hall.view, 0.0)
    hall.open_day(MONDAY + timedelta(days=1))
    gold.hear(hall.view, 60.0)
    assert gold.call is None
    hall.call("A001")
    gold.hear(hall.view, 61.0)
    assert gold.call.call == 1


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), st.floats(0.1, 9.0)), min_size=1, max_size=8))
def test_every_call_has_its_moment_in_gold_in_order(batches):
    hall, row = SmallHall(), GoldRow()
    row.hear(hall.view, 0.0)
    now, held = 0.0, []

    def note():
        if not held or held[-1][0] != row.call.call:
            held.append((row.call.call, now))

    for size, gap in batches:
        for _ in range(size):
            hall.call(f"A{hall.last_call + 1:03}")
        row.hear(hall.view, now)
        note()
        until = now + gap
        while (rest := row.due_in_s(now)) is not None and now + rest <= until:
            now += rest
            row.pass_on(now)
            note()
        now = max(now, until)
        hall.clock_s = now
    while (rest := row.due_in_s(now)) is not None:
        now += rest
        row.pass_on(now)
        note()
    listed = [call for call, _ in held]
    assert listed == sorted(set(listed))
    assert listed[-1] == hall.last_call
    if hall.last_call <= 20:
        assert listed == list(range(1, hall.last_call + 1))
    times = [at for _, at in held]
    assert all(b - a >= DWELL_S - 0.002 for a, b in pairwise(times))
