"""Laws: no announcement is lost or doubled, whatever becomes of boards, lines and controllers."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_board.announcing import Announcements
from hall_board.remembering import KnownFile
from hallctl.core.views import Sounding
from tests.board.halls import SmallHall

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("call"), st.integers(1, 30)),
        st.tuples(st.just("wait"), st.integers(1, 20)),
        st.sampled_from(
            [("look", 0), ("speak", 0), ("restart", 0), ("restart", 0), ("cut off", 0), ("away", 0)]
        ),
    ),
    max_size=60,
)


class Board:
    """A board that may die at any moment: what it remembers lies in a file."""

    def __init__(self, hall, path):
        self.hall, self.path, self.heard, self.is_away = hall, path, [], False
        self.start()
        self.look()

    def start(self):
        self.file = KnownFile(self.path)
        self.queue = Announcements(known=self.file.read())

    def keep(self):
        if self.queue.known is not None:
            self.file.keep(self.queue.known)

    def look(self):
        self.is_away = False
        self.queue.hear(self.hall.view)
        self.keep()

    def speak(self):
        one = self.queue.next()
        if one is not None:
            self.queue.spoken()
            self.heard.append((one.call, one.number))
        self.keep()
        return one

    def cut_off(self):
        if self.queue.next() is not None:
            self.queue.put_back()
        self.keep()


def live_through(story, board, called_at):
    """What happens to one board and its hall."""
    hall = board.hall

    def call(number):
        called_at[hall.call(f"A{number:03}")] = hall.clock_s
        if not board.is_away:
            board.look()

    def wait(seconds):
        hall.clock_s += seconds

    def restart(_):
        board.start()
        board.look()

    def leave(_):
        board.is_away = True

    acts = {
        "call": call,
        "wait": wait,
        "restart": restart,
        "away": leave,
        "look": lambda _: board.look(),
        "speak": lambda _: board.speak(),
        "cut off": lambda _: board.cut_off(),
    }
    for step, value in story:
        acts[step](value)


@settings(max_examples=200, deadline=None)
@given(story=STEPS)
def test_every_call_that_matters_is_spoken_once_over_restarts_and_breaks(story, tmp_path_factory):
    hall = SmallHall()
    board = Board(hall, tmp_path_factory.mktemp("board") / "announced.json")
    called_at = {}
    live_through(story, board, called_at)
    board.look()
    while board.speak() is not None:
        pass
    calls = [call for call, _ in board.heard]
    assert calls == sorted(set(calls)), "once each, and in order"
    owed = {one.call for one in hall.calls if hall.clock_s - called_at[one.call] < 90}
    assert owed <= set(calls)


def test_a_board_remembers_over_a_power_cut_what_it_has_spoken(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    hall.call("A001")
    hall.call("A002")
    board.look()
    board.speak()
    hall.call("A003")
    board.start()
    board.look()
    assert [one.number for one in iter(board.speak, None)] == ["A002", "A003"]


def test_a_half_spoken_call_is_spoken_again_after_a_power_cut(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    hall.call("A001")
    board.look()
    board.queue.next()
    board.keep()
    board.start()
    board.look()
    assert board.speak().number == "A001"


def test_a_damaged_memory_costs_no_more_than_the_past(tmp_path):
    path = tmp_path / "announced.json"
    path.write_text("{")
    hall = SmallHall()
    hall.call("A001")
    board = Board(hall, path)
    assert board.speak() is None
    hall.call("A002")
    board.look()
    assert board.speak().number == "A002"


def test_a_restored_journal_says_neither_old_calls_again_nor_loses_new_ones(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    for number in ("A001", "A002", "A003"):
        hall.clock_s += 1
        hall.call(number)
    board.look()
    while board.speak():
        pass
    before = SmallHall(clock_s=hall.clock_s + 5)
    before.calls, before.last_call, before.journal_number = hall.calls[2:], 1, 2
    before.call("A501")
    restored = msgspec.structs.replace(before.view, epoch=1)
    board.queue.hear(restored)
    assert [one.number for one in iter(board.speak, None)] == ["A501"]


def test_what_was_called_while_it_was_silent_is_not_said_later(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    hall.call("A001")
    board.queue.hear(msgspec.structs.replace(hall.view, sounding=Sounding(mode="visual")))
    board.look()
    assert board.speak() is None


def test_many_who_wait_follow_each_other_without_a_chime(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    for place in range(6):
        hall.call(f"A00{place}")
    board.look()
    chimes = [one.has_chime for one in iter(board.speak, None)]
    assert chimes == [True, False, False, True, True, True]


def test_a_quiet_hour_leaves_the_chime_alone(tmp_path):
    hall = SmallHall()
    board = Board(hall, tmp_path / "announced.json")
    hall.call("A001")
    board.queue.hear(msgspec.structs.replace(hall.view, sounding=Sounding(mode="chime")))
    assert board.speak().languages == ()


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("call"), st.sampled_from("12")),
        st.tuples(st.just("move"), st.sampled_from("12")),
        st.sampled_from([("speak", ""), ("wait", "")]),
    ),
    max_size=50,
)


class MovedBoard(Board):
    """Hangs in the zone of counter 1 or of counter 2, and may be moved: that restarts it."""

    zone = "1"

    def look(self):
        view = self.hall.view
        calls = tuple(one for one in view.calls if one.counter == self.zone)
        self.queue.hear(msgspec.structs.replace(view, calls=calls))
        self.keep()


@settings(max_examples=200, deadline=None)
@given(story=MOVES)
def test_a_board_that_is_moved_says_what_is_called_where_it_hangs_and_nothing_twice(
    story, tmp_path_factory
):
    hall = SmallHall()
    board = MovedBoard(hall, tmp_path_factory.mktemp("board") / "announced.json")
    owed = []
    for step, value in story:
        if step == "call":
            call = hall.call(f"A{hall.last_call + 1:03}", counter=value)
            if value == board.zone:
                owed.append(call)
            board.look()
        elif step == "move" and value != board.zone:
            while board.speak():
                pass
            board.zone = value
            board.start()
            board.look()
        elif step == "wait":
            hall.clock_s += 7
        else:
            board.speak()
    while board.speak():
        pass
    assert [call for call, _ in board.heard] == owed
