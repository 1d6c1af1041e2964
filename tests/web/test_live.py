"""``WS /api/live``: the newest view at once, then every newer one, to everybody alike."""

import json
import threading

import pytest

from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork, granted

BOARDS = 100


def call_someone(admin: object, counter: str = "2") -> int:
    """Somebody takes a number, is called and served; gives the number of the announcement."""
    granted(admin.ask(wish("IssueTicket", service="land")))
    call = granted(admin.ask(wish("CallNext", counter=counter)))["call"]
    granted(admin.ask(wish("FinishVisit", counter=counter)))
    return call


def newest_call(view: dict[str, list[dict[str, int]]]) -> int:
    return view["calls"][0]["call"] if view["calls"] else 0


@pytest.mark.parametrize("kind", ["kiosk", "counter", "board", "sign", "pad"])
def test_the_first_message_is_the_newest_view(hall: HallAtWork, kind: str) -> None:
    admin = hall.open("2")
    call_someone(admin)
    token = hall.token("counter-2")
    live = hall.listen(f"view={kind}&counter=2", token).view()
    shown = hall.wire_with(token).get(f"/api/views/{kind}?counter=2").json
    assert live | {"shown_at": 0} == shown | {"shown_at": 0}


def test_the_journal_number_only_grows_and_ends_at_the_newest(hall: HallAtWork) -> None:
    admin = hall.open("2")
    board = hall.listen("view=board")
    last = [call_someone(admin) for _ in range(30)][-1]
    numbers = []
    while True:
        view = board.view()
        numbers.append(view["journal_number"])
        if newest_call(view) == last and not view["calls"][0]["is_current"]:
            break
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == 2 + 3 * 30


def test_a_hundred_boards_get_every_call(hall: HallAtWork) -> None:
    admin = hall.open("2")
    boards = [hall.listen("view=board") for _ in range(BOARDS)]
    assert hall.wire_with("").get("/api/health").json["stations"] == BOARDS
    calls = [call_someone(admin) for _ in range(10)]
    for board in boards:
        heard: set[int] = set()
        while calls[-1] not in heard:
            heard |= {one["call"] for one in board.view()["calls"]}
        assert heard >= set(calls)


def test_a_board_is_told_at_once_what_was_answered(hall: HallAtWork) -> None:
    """When the answer is there the view has left too: it waits in the socket."""
    admin = hall.open("2")
    board = hall.listen("view=board")
    board.view()
    for _ in range(5):
        call = call_someone(admin)
        assert board.view_where(lambda view, call=call: newest_call(view) == call)


def test_stations_that_listen_to_other_counters_are_left_in_peace(hall: HallAtWork) -> None:
    admin = hall.open("2")
    sign = hall.listen("view=sign&counter=1")
    sign.view()
    granted(admin.ask(wish("IssueTicket", service="land")))
    granted(admin.ask(wish("CallNext", counter="2")))
    assert sign.is_quiet()


def test_a_station_that_comes_late_takes_nothing_from_the_others(hall: HallAtWork) -> None:
    admin = hall.open("2")
    first = hall.listen("view=board")
    first.view()
    for _ in range(10):
        issued = wish("IssueTicket", service="land")
        admin.send(issued)
        hall.listen("view=board").view()
        admin.reply()
    first.view_where(lambda view: view["counts"]["issued"] == 10)


def test_stations_that_crash_disturb_nobody(hall: HallAtWork) -> None:
    admin = hall.open("2")
    board = hall.listen("view=board")
    for _ in range(15):
        doomed = [hall.listen("view=board") for _ in range(4)]
        admin.send(wish("IssueTicket", service="land"))
        for one in doomed:
            one.crash()
        assert admin.reply().status == 200
        call = granted(admin.ask(wish("CallNext", counter="2")))["call"]
        granted(admin.ask(wish("FinishVisit", counter="2")))
        board.view_where(lambda view, call=call: newest_call(view) == call)
    health = hall.wire_with("")
    while health.get("/api/health").json["stations"] > 1:
        pass


def test_a_station_that_stops_reading_holds_up_nobody_and_catches_up(hall: HallAtWork) -> None:
    admin = hall.open("2")
    slow, quick = hall.listen("view=board"), hall.listen("view=board")
    for _ in range(200):
        call = call_someone(admin)
        quick.view_where(lambda view, call=call: newest_call(view) == call)
    found = threading.Event()

    def read_on() -> None:
        slow.view_where(lambda view: newest_call(view) == call)
        found.set()

    reader = threading.Thread(target=read_on)
    reader.start()
    assert found.wait(1.0), "the newest view is there within a second of reading again"
    reader.join()


def test_a_station_that_is_far_behind_is_not_told_everything(hall: HallAtWork) -> None:
    admin = hall.open("2")
    slow = hall.listen("view=board", receive_buffer=4096)
    told = 0
    while not somebody_is_behind(hall):
        call_someone(admin)
        told += 3
    for _ in range(40):
        call = call_someone(admin)
    seen, size = 0, 0
    while newest_call(view := slow.view()) < call:
        seen += 1
        size += len(json.dumps(view))
    assert seen <= told + 1, "of what was told while it was behind only the newest"
    assert size < 512 * 1024, "and little of what was told before"


def somebody_is_behind(hall: HallAtWork) -> bool:
    """Whether the controller has noticed a station that does not read."""
    channels = hall.assembly.doors.fan_out._channels.values()
    return any(channel.behind for channel in tuple(channels))


def test_a_station_that_says_too_much_is_shown_the_door(hall: HallAtWork) -> None:
    hall.open()
    talker = hall.listen("view=board")
    talker.view()
    talker.say(b"x" * 5000)
    with pytest.raises(ConnectionResetError):
        talker.view()


def test_what_a_station_says_is_not_listened_to(hall: HallAtWork) -> None:
    admin = hall.open()
    talker = hall.listen("view=board")
    talker.view()
    talker.say(b'{"type":"CloseDay"}')
    granted(admin.ask(wish("IssueTicket", service="land")))
    assert talker.view()["counts"]["issued"] == 1
