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
        model.dataChanged.connect(self._look_again)

    def _put_in(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = self.model.rows[first : last + 1]

    def _take_out(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

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
