"""A view model tells its screen only of what has changed."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Property, QObject, QTimer, Signal

from hallctl.station.telling import Telling


class Desk(QObject):
    """Two lamps on one signal, a clock on another."""

    changed = Signal()
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lit: dict[str, object] = {"left": False, "right": False}
        self.time = 0
        QTimer(self).timeout.connect(self.nothing)  # gives the object a class of its own
        self.told = 0
        self.changed.connect(self._count)

    def nothing(self) -> None:
        """Never called."""

    def _count(self) -> None:
        self.told += 1

    left = Property(bool, lambda self: self.lit["left"], notify=changed)
    both = Property(dict, lambda self: dict(self.lit), notify=changed)
    clock = Property(int, lambda self: self.time, notify=ticked)


@given(steps=st.lists(st.tuples(st.sampled_from(["left", "right"]), st.booleans()), max_size=12))
def test_it_tells_once_for_each_change_and_never_without(steps: list[tuple[str, bool]]) -> None:
    desk = Desk()
    telling = Telling(desk)
    telling.tell()
    changes = 0
    for lamp, lit in steps:
        changes += desk.lit[lamp] is not lit
        desk.lit[lamp] = lit
        telling.tell()
        telling.tell()
    assert desk.told == 1 + changes


def test_what_another_signal_tells_of_is_left_to_that_one() -> None:
    desk = Desk()
    telling = Telling(desk)
    telling.tell()
    desk.time = 5
    telling.tell()
    assert desk.told == 1
