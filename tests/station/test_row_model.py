"""A list that screens draw: whatever changes, only what changed is told."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex

from hallctl.station.row_model import Row, RowModel


class Screen:
    """Follows a model by what it tells alone, as a list on a screen does."""

    def __init__(self, model: RowModel) -> None:
        self.model = model
        self.rows: list[Row] = list(model.rows)
        model.rowsInserted.connect(self._put_in)
        model.rowsRemoved.connect(self._take_out)
        model.rowsMoved.connect(self._move)
        model.dataChanged.connect(self._look_again)

    def _put_in(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = self.model.rows[first : last + 1]

    def _take_out(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _move(self, _from: QModelIndex, at: int, _last: int, _to: QModelIndex, place: int) -> None:
        self.rows.insert(place, self.rows.pop(at))

    def _look_again(self, first: QModelIndex, last: QModelIndex) -> None:
        for place in range(first.row(), last.row() + 1):
            self.rows[place] = self.model.rows[place]


def line(tickets: list[int]) -> list[Row]:
    return [{"ticket": ticket, "waited": ticket % 3} for ticket in tickets]


TICKETS = st.lists(st.integers(0, 9), unique=True)


@given(lists=st.lists(TICKETS, max_size=6), by_ticket=st.booleans())
def test_a_screen_that_follows_shows_the_same(lists: list[list[int]], by_ticket: bool) -> None:
    model = RowModel(key="ticket" if by_ticket else "")
    screen = Screen(model)
    for tickets in lists:
        model.show(line(tickets))
        assert screen.rows == model.rows == line(tickets)
        assert model.count == len(tickets)


@given(tickets=TICKETS.filter(bool), place=st.integers(0, 9))
def test_one_who_leaves_takes_one_row_along(tickets: list[int], place: int) -> None:
    left = tickets[place % len(tickets)]
    model = RowModel(key="ticket")
    model.show(line(tickets))
    told: list[str] = []
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.dataChanged.connect(lambda *_: told.append("changed"))
    model.show(line([one for one in tickets if one != left]))
    assert told == ["removed"]


@given(tickets=st.lists(st.integers(0, 99), unique=True, min_size=1, max_size=20))
def test_a_queue_that_moves_up_loses_its_first_and_gets_one_more_at_its_end(
    tickets: list[int],
) -> None:
    """As at a counter where more wait than are shown: nobody between them is drawn anew."""
    model = RowModel(key="ticket")
    model.show(line(tickets))
    told: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: told.append(("removed", first, last)))
    model.rowsInserted.connect(lambda _, first, last: told.append(("inserted", first, last)))
    model.show(line([*tickets[1:], 100]))
    end = len(tickets) - 1
    assert told == [("removed", 0, 0), ("inserted", end, end)]


@given(tickets=st.lists(st.integers(0, 9), unique=True, min_size=2), place=st.integers(0, 9))
def test_one_who_is_put_in_front_moves_and_nobody_is_drawn_anew(
    tickets: list[int], place: int
) -> None:
    front = tickets[1 + place % (len(tickets) - 1)]
    model = RowModel(key="ticket")
    model.show(line(tickets))
    told: list[str] = []
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.show(line([front, *(one for one in tickets if one != front)]))
    assert told == ["moved"]
