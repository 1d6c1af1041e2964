"""When the link connects, pings, drops and tries again: with a clock of the test's own."""

from hypothesis import given
from hypothesis import strategies as st

from hallctl.station.link.reconnecting import (
    FIRST_WAIT_S,
    LONGEST_WAIT_S,
    PING_EVERY_S,
    SILENCE_S,
    LinkState,
    Reconnecting,
    Step,
)


def connected(chance: float = 0.0) -> Reconnecting:
    logic = Reconnecting(lambda: chance)
    logic.start(0.0)
    assert logic.due(0.0) is Step.CONNECT
    logic.opened(0.0)
    return logic


def test_nothing_is_due_before_the_start() -> None:
    logic = Reconnecting(lambda: 0.0)
    assert logic.due(100.0) is None
    assert logic.rest_s(100.0) is None


def test_the_first_try_comes_at_once_and_only_once() -> None:
    logic = Reconnecting(lambda: 0.0)
    logic.start(5.0)
    assert logic.rest_s(5.0) == 0.0
    assert logic.due(5.0) is Step.CONNECT
    assert logic.due(5.0) is None
    assert logic.state is LinkState.CONNECTING


def test_an_open_connection_is_online_and_is_pinged() -> None:
    logic = connected()
    assert logic.state is LinkState.ONLINE
    assert logic.rest_s(0.0) == PING_EVERY_S
    assert logic.due(PING_EVERY_S - 0.01) is None
    assert logic.due(PING_EVERY_S) is Step.PING
    assert logic.due(PING_EVERY_S) is None


def test_a_silent_hall_is_dropped_though_its_socket_is_open() -> None:
    logic = connected()
    logic.due(5.0)
    logic.due(10.0)
    assert logic.due(SILENCE_S - 0.01) is None
    assert logic.due(SILENCE_S) is Step.DROP
    logic.closed(SILENCE_S)
    assert logic.state is LinkState.OFFLINE


def test_a_hall_that_answers_pings_is_kept() -> None:
    logic = connected()
    for tick in range(1, 100):
        now = tick * PING_EVERY_S
        assert logic.due(now) is Step.PING
        logic.heard(now + 0.1)
    assert logic.state is LinkState.ONLINE


def test_a_try_that_hangs_is_dropped() -> None:
    logic = Reconnecting(lambda: 0.0)
    logic.start(0.0)
    logic.due(0.0)
    assert logic.rest_s(0.0) == SILENCE_S
    assert logic.due(SILENCE_S) is Step.DROP


def test_offline_is_said_while_trying_again() -> None:
    logic = connected()
    logic.closed(1.0)
    assert logic.state is LinkState.OFFLINE
    assert logic.due(10.0) is Step.CONNECT
    assert logic.state is LinkState.OFFLINE
    logic.opened(10.1)
    assert logic.state is LinkState.ONLINE


def test_waits_double_up_to_the_longest() -> None:
    logic = Reconnecting(lambda: 0.999999)
    logic.start(0.0)
    waits = []
    now = 0.0
    for _ in range(10):
        assert logic.due(now) is Step.CONNECT
        logic.closed(now)
        wait = logic.rest_s(now)
        assert wait is not None
        waits.append(round(wait, 2))
        now += wait
    assert waits[:4] == [FIRST_WAIT_S, 0.5, 1.0, 2.0]
    assert waits[-1] == LONGEST_WAIT_S


def test_a_hall_that_opens_and_closes_at_once_is_not_hammered() -> None:
    logic = connected()
    now = 0.0
    for _ in range(8):
        logic.heard(now)
        logic.closed(now)
        now += logic.rest_s(now) or 0.0
        assert logic.due(now) is Step.CONNECT
        logic.opened(now)
    logic.closed(now)
    assert (logic.rest_s(now) or 0.0) >= LONGEST_WAIT_S / 2


def test_a_connection_that_lasted_is_retried_quickly() -> None:
    logic = connected()
    for _ in range(6):
        logic.closed(0.0)
    logic.due(100.0)
    logic.opened(100.0)
    logic.heard(100.0 + PING_EVERY_S)
    logic.closed(106.0)
    assert (logic.rest_s(106.0) or 0.0) <= FIRST_WAIT_S


def test_after_a_stop_nothing_is_due_and_a_late_close_changes_nothing() -> None:
    logic = connected()
    logic.stop()
    logic.closed(1.0)
    assert logic.due(1000.0) is None
    assert logic.rest_s(1000.0) is None


@given(chance=st.floats(0, 1, exclude_max=True), failures=st.integers(1, 40))
def test_every_wait_is_at_least_half_its_length_and_never_beyond_the_longest(
    chance: float, failures: int
) -> None:
    logic = Reconnecting(lambda: chance)
    logic.start(0.0)
    for _ in range(failures):
        logic.closed(0.0)
    wait = logic.rest_s(0.0)
    assert wait is not None
    assert FIRST_WAIT_S / 2 <= wait <= LONGEST_WAIT_S


@given(st.lists(st.tuples(st.sampled_from("ohct"), st.floats(0, 20)), max_size=60))
def test_a_running_link_always_has_a_next_moment(moves: list[tuple[str, float]]) -> None:
    logic = Reconnecting(lambda: 0.5)
    logic.start(0.0)
    now = 0.0
    for move, later in moves:
        now += later
        match move:
            case "o":
                logic.opened(now)
            case "h":
                logic.heard(now)
            case "c":
                logic.closed(now)
            case _:
                logic.due(now)
        rest = logic.rest_s(now)
        assert rest is not None
        assert 0.0 <= rest <= SILENCE_S + 1e-6
