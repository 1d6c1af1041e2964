"""A kiosk tells the hall's time as long as it can know it, and no longer."""

from hallctl.station.offline.hall_time import BACK_MS, HallTime, Heard

MINUTE = 60_000
NINE = 1_795_140_000_000


class Clocks:
    """Time since boot, and what the wall clock makes of it."""

    def __init__(self) -> None:
        self.boot = 1000
        self.wall = NINE + 7 * MINUTE

    def time(self) -> HallTime:
        return HallTime(lambda: self.boot, lambda: self.wall)


def test_nothing_was_heard_and_nothing_is_told() -> None:
    assert Clocks().time().now() is None


def test_a_running_kiosk_does_not_look_at_its_wall_clock() -> None:
    clocks = Clocks()
    time = clocks.time()
    time.hear(NINE)
    clocks.boot += 3 * MINUTE
    clocks.wall -= 99 * MINUTE
    assert time.now() == NINE + 3 * MINUTE


def test_a_kiosk_that_starts_alone_keeps_the_difference_of_the_clocks() -> None:
    clocks = Clocks()
    kept = clocks.time().hear(NINE)
    clocks.boot, clocks.wall = 5, clocks.wall + 20 * MINUTE
    again = clocks.time()
    again.remember(kept)
    assert again.now() == NINE + 20 * MINUTE


def test_a_clock_that_shows_a_time_before_the_last_one_heard_is_not_believed() -> None:
    clocks = Clocks()
    again = clocks.time()
    again.remember(Heard(NINE, clocks.wall))
    clocks.wall -= BACK_MS + 1
    assert again.now() is None
