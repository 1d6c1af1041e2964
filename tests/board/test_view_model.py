"""What the board shows and when it says that something changed, without a line of drawing."""

import pytest
from msgspec.structs import replace

from hall_board.announcer import Announcer
from hall_board.view_model import BoardViewModel
from hallctl.core.plan import Words
from tests.board.halls import SmallHall, choice
from tests.fakes.fake_link import FakeLink
from tests.fakes.fake_sound import FakeSpeaker, FakeVoice

pytestmark = pytest.mark.screens


class Board:
    """A hall, its link, and the view model on the hall's own clock."""

    def __init__(self, **options):
        self.hall, self.link = SmallHall(), FakeLink()
        self.model = BoardViewModel(self.link, now=lambda: self.hall.clock_s, **options)

    def look(self):
        self.link.show(self.hall.view)

    def call(self, *numbers, **how):
        for number in numbers:
            self.hall.call(number, **how)
        self.look()


@pytest.fixture
def board(qapp):
    return Board()


def test_before_the_first_view_the_board_is_connecting(board):
    assert board.model.state["scene"] == "connecting"
    assert board.model.gold["call"] == 0
    assert board.model.services.rows == []


def test_an_open_hall_without_calls_shows_its_queues(board):
    board.look()
    assert board.model.state == {
        "scene": "open",
        "is_offline": False,
        "as_of": "09:00",
        "sound_fault": "",
    }
    first = board.model.services.rows[0]
    assert (first["letter"], first["waiting"], first["minutes"]) == ("A", "4", "12")


def test_a_call_is_in_gold_with_its_counter_and_both_names(board):
    board.look()
    board.call("A012", counter="7")
    gold = board.model.gold
    assert (gold["number"], gold["counter"]) == ("A012", "7")
    assert gold["name"].replace("\xa0", " ") == "Hộ tịch: khai sinh, kết hôn"
    assert gold["name_beside"] == "Civil status: births and marriages"


def test_earlier_calls_are_newest_first_and_quieter_when_over(board):
    board.look()
    board.call("A001")
    board.hall.clock_s += 10
    board.call("A002")
    board.hall.clock_s += 10
    board.call("A003")
    board.hall.finish("A001")
    board.look()
    assert [(one["number"], one["is_over"]) for one in board.model.earlier.rows] == [
        ("A002", False),
        ("A001", True),
    ]


def test_a_new_call_flashes_once_and_a_view_without_news_not_at_all(board, qtbot):
    board.look()
    with qtbot.waitSignal(board.model.called):
        board.call("A001")
    with qtbot.assertNotEmitted(board.model.called):
        board.look()


def test_a_recall_flashes_again_and_says_so(board, qtbot):
    board.look()
    board.call("A001")
    board.hall.clock_s += 10
    with qtbot.waitSignal(board.model.called):
        board.call("A001")
    assert board.model.gold["is_recall"]


def test_eight_calls_at_once_take_turns_in_gold(board, qtbot):
    board.look()
    board.call(*(f"A00{one}" for one in range(1, 9)))
    seen = [board.model.gold["number"]]
    while len(seen) < 8:
        board.hall.clock_s += 1.6
        board.model._on_turn()
        seen.append(board.model.gold["number"])
    assert seen == [f"A00{one}" for one in range(1, 9)]
    assert len(board.model.earlier.rows) == 7


def test_turns_pass_by_themselves(qtbot, qapp):
    link, hall = FakeLink(), SmallHall()
    model = BoardViewModel(link)
    link.show(hall.view)
    model._row._dwell_s = 0.03
    hall.call("A001")
    hall.call("A002")
    link.show(hall.view)
    qtbot.waitUntil(lambda: model.gold["number"] == "A002", timeout=20_000)


def test_a_view_like_the_last_changes_nothing(board, qtbot):
    board.call("A001")
    model = board.model
    changed = [model.hall_changed, model.gold_changed, model.counts_changed, model.state_changed]
    changed += [model.services.dataChanged, model.earlier.dataChanged]
    board.hall.journal_number += 1
    told = []
    for signal in changed:
        signal.connect(lambda: told.append(1))
    board.look()
    assert told == []


def test_only_what_changed_is_told(board, qtbot):
    board.look()
    board.hall.services = (replace(board.hall.services[0], waiting=9), *board.hall.services[1:])
    with (
        qtbot.assertNotEmitted(board.model.gold_changed),
        qtbot.assertNotEmitted(board.model.counts_changed),
        qtbot.waitSignal(board.model.services.dataChanged),
    ):
        board.look()


@pytest.mark.parametrize(
    ("wait_s", "tone", "drawn"), [(0, "good", 0.0), (900, "good", 0.5), (901, "warn", 901 / 1800)]
)
def test_a_wait_is_drawn_against_the_promise(board, wait_s, tone, drawn):
    board.hall.services = (choice("A", Words("Một"), 3, wait_s),)
    board.look()
    (row,) = board.model.services.rows
    assert (row["tone"], row["drawn"]) == (tone, pytest.approx(drawn))


def test_the_longest_wait_stays_on_the_scale(board):
    board.hall.services = (choice("A", Words("Một"), 3, 20_000),)
    board.look()
    assert board.model.services.rows[0]["drawn"] == 1.0


def test_a_service_without_a_counter_promises_nothing(board):
    board.hall.services = (choice("A", Words("Một"), 3, 0, counters_open=0),)
    board.look()
    (row,) = board.model.services.rows
    assert (row["minutes"], row["tone"]) == ("—", "soft")


def test_offline_keeps_the_last_view_and_says_of_when_it_is(board):
    board.call("A001")
    board.link.become("offline")
    assert board.model.state["is_offline"]
    assert board.model.state["as_of"] == "09:00"
    assert board.model.gold["number"] == "A001"
    board.link.become("online")
    assert not board.model.state["is_offline"]


def test_a_closed_hall_rests(board):
    board.hall.business_day = None
    board.look()
    assert board.model.state["scene"] == "closed"


def test_notices_run_in_both_languages(board):
    board.look()
    assert board.model.hall["notices"][:2] == [
        "Xin giữ phiếu cho đến khi xong việc.",
        "Please keep your ticket until you are done.",
    ]


def test_the_promise_is_the_halls_own(board):
    board.look()
    assert board.model.words["vi"]["target_mark"].replace("\xa0", " ") == "15 phút"
    board.link.show(replace(board.hall.view, target_s=600))
    assert board.model.words["beside"]["on_time"] == "called within 10 minutes"


def test_a_board_of_some_counters_shows_only_their_calls(qapp):
    board = Board(counters=frozenset({"1", "2"}))
    board.look()
    board.call("A001", counter="1")
    board.call("A002", counter="5")
    assert board.model.gold["number"] == "A001"


def test_the_row_that_is_spoken_is_marked_and_a_fault_is_shown(qtbot):
    speaker = FakeSpeaker()
    announcer = Announcer(FakeVoice(), speaker)
    board = Board(announcer=announcer)
    board.look()
    board.call("A001")
    assert board.model.gold["is_spoken"]
    qtbot.waitUntil(lambda: speaker.is_playing, timeout=20_000)
    speaker.fault = "no_sound"
    speaker.finish()
    assert not board.model.gold["is_spoken"]
    assert board.model.state["sound_fault"] == "no_sound"
    announcer.close()


def test_the_clock_is_the_halls(board):
    board.link.show(replace(board.hall.view, timezone="Asia/Tokyo"))
    assert board.model.clock.time == "11:00"
    assert board.model.clock.date.replace("\xa0", " ") == "Thứ Hai, 23/11/2026"
