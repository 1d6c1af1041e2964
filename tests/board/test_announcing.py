"""What the hall hears, and what it no longer needs to hear."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_board.announcing import Announcements
from hallctl.core.plan import Words
from tests.board.halls import MONDAY, SmallHall


class Listener:
    """A hall and the announcements of its board, on one clock."""

    def __init__(self, **options):
        self.hall = SmallHall()
        self.queue = Announcements(**options)
        self.queue.hear(self.hall.view)

    def look(self):
        self.queue.hear(self.hall.view)

    def listen(self):
        return self.queue.next()

    def hear_all(self):
        heard = []
        while (one := self.listen()) is not None:
            heard.append(one)
        return heard


@pytest.fixture
def listener():
    return Listener()


def test_a_call_is_spoken_once_in_both_languages(listener):
    call = listener.hall.call("A012", "3")
    listener.look()
    listener.look()
    (heard,) = listener.hear_all()
    assert (heard.call, heard.number, heard.counter) == (call, "A012", "3")
    assert heard.languages == ("vi", "en")
    listener.look()
    assert listener.listen() is None


def test_english_is_dropped_while_two_or_more_wait(listener):
    for number in ("A001", "A002", "A003"):
        listener.hall.call(number)
    listener.look()
    assert [one.languages for one in listener.hear_all()] == [("vi",), ("vi",), ("vi", "en")]


def test_a_citizen_who_chose_english_is_called_in_english_even_then(listener):
    listener.hall.call("A001", language="en")
    listener.hall.call("A002")
    listener.look()
    assert listener.listen().languages == ("vi", "en")


def test_a_recall_replaces_its_earlier_self_still_waiting(listener):
    listener.hall.call("A001")
    listener.hall.call("A002")
    listener.look()
    recall = listener.hall.call("A001")
    listener.look()
    assert [(one.number, one.call) for one in listener.hear_all()] == [
        ("A002", 2),
        ("A001", recall),
    ]


def test_a_recall_of_what_was_heard_is_heard_again(listener):
    listener.hall.call("A001")
    listener.look()
    listener.listen()
    listener.hall.call("A001")
    listener.look()
    assert listener.listen().number == "A001"


def test_a_call_heard_of_in_time_is_spoken_however_long_the_queue_is(listener):
    listener.hall.call("A001")
    listener.look()
    listener.hall.clock_s = 200
    listener.look()
    assert listener.listen().number == "A001"


def test_a_call_that_arrives_too_late_is_left_to_the_screen(listener):
    listener.hall.call("A001")
    listener.hall.clock_s = 91
    listener.look()
    assert listener.listen() is None


def test_a_call_whose_visit_is_over_is_not_spoken(listener):
    listener.hall.call("A001")
    listener.hall.call("A002")
    listener.look()
    listener.hall.finish("A001")
    listener.look()
    assert [one.number for one in listener.hear_all()] == ["A002"]


def test_nothing_old_is_spoken_when_the_board_starts():
    hall = SmallHall()
    hall.call("A001")
    queue = Announcements()
    queue.hear(hall.view)
    assert queue.next() is None


def test_after_a_break_of_the_line_only_fresh_calls_are_spoken(listener):
    listener.hall.call("A001")
    listener.hall.clock_s = 300
    listener.hall.call("A002")
    listener.look()
    assert [one.number for one in listener.hear_all()] == ["A002"]


def test_a_new_day_counts_its_calls_from_one(listener):
    for number in range(1, 8):
        listener.hall.call(f"A00{number}")
    listener.look()
    listener.hear_all()
    listener.hall.open_day(MONDAY + timedelta(days=1))
    listener.hall.call("A001")
    listener.look()
    assert [one.call for one in listener.hear_all()] == [1]


def test_a_hall_begun_again_is_heard_from_its_next_call_on(listener):
    for number in range(1, 8):
        listener.hall.call(f"A00{number}")
    listener.look()
    listener.hall = SmallHall()
    listener.hall.call("B001")
    listener.look()
    assert listener.hear_all() == []
    listener.hall.call("B002")
    listener.look()
    assert [one.number for one in listener.hear_all()] == ["B002"]


def test_a_closed_hall_is_silent(listener):
    listener.hall.call("A001")
    listener.look()
    listener.hall.business_day = None
    listener.look()
    assert listener.listen() is None


def test_the_same_day_opened_again_goes_on_counting(listener):
    listener.hall.call("A001")
    listener.look()
    listener.hear_all()
    listener.hall.business_day = None
    listener.look()
    listener.hall.business_day = MONDAY
    listener.look()
    assert listener.hear_all() == []


batches = st.lists(st.integers(1, 20), min_size=1, max_size=8)


@settings(deadline=None)
@given(batches, st.data())
def test_every_call_is_spoken_once_and_in_order_however_views_are_batched(sizes, data):
    listener = Listener()
    heard = []
    for size in sizes:
        for _ in range(size):
            listener.hall.call(f"A{listener.hall.last_call + 1:03}")
        listener.look()
        for _ in range(data.draw(st.integers(0, 6), label="spoken meanwhile")):
            one = listener.listen()
            heard += [one.call] if one else []
    heard += [one.call for one in listener.hear_all()]
    assert heard == list(range(1, sum(sizes) + 1))


steps = st.lists(
    st.one_of(
        st.tuples(st.just("call"), st.integers(1, 9)),
        st.tuples(st.just("finish"), st.integers(1, 9)),
        st.tuples(st.just("wait"), st.integers(1, 60)),
        st.tuples(st.just("look"), st.none()),
        st.tuples(st.just("listen"), st.none()),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(steps)
def test_whatever_happens_what_is_spoken_is_fresh_in_order_and_complete(story):
    listener = Listener(stale_after_s=90.0)
    hall, heard = listener.hall, []

    def listen():
        one = listener.listen()
        if one is not None:
            heard.append(one.call)

    for step, value in story:
        match step:
            case "call":
                hall.call(f"A00{value}")
            case "finish":
                hall.finish(f"A00{value}")
            case "wait":
                hall.clock_s += value
            case "look":
                listener.look()
            case "listen":
                listen()
    listener.look()
    owed = {
        one.call
        for one in hall.calls
        if one.is_current and hall.view.shown_at - one.called_at < 90_000
    }
    heard += [one.call for one in listener.hear_all()]
    assert heard == sorted(set(heard))
    assert owed <= set(heard)


def test_a_call_that_leads_elsewhere_says_where(listener):
    listener.hall.call("A001")
    away = listener.hall.calls[0]
    listener.hall.calls = [
        msgspec.structs.replace(
            away, zone_name=Words("Khu B", "Area B"), direction=Words("lên tầng 2", "upstairs")
        )
    ]
    listener.look()
    assert listener.listen().place == Words("Khu B, lên tầng 2", "Area B, upstairs")
