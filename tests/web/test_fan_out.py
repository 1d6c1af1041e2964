"""Views leave: newest wins, nobody is forgotten, and nobody holds up another."""

import asyncio

import msgspec
import pytest

from hallctl.core.plan import Words
from hallctl.core.views import SignView
from hallctl.web.fan_out import FULL, TOGETHER_S, FanOut, ViewKey, frame

SIGN = ViewKey("sign", "1")
EMPTY = SignView(
    journal_number=1,
    shown_at=1,
    hall=Words("Một cửa"),
    authority=Words("Ủy ban"),
    timezone="Asia/Ho_Chi_Minh",
    business_day=None,
    counter="1",
    is_open=False,
    services=(),
    current=None,
)


class Station(asyncio.Transport):
    """The server's end of a connection, with a station that reads, or not."""

    def __init__(self) -> None:
        super().__init__()
        self.views: list[SignView] = []
        self.unsent = 0
        self.is_gone = False

    def write(self, data: bytes) -> None:
        if self.is_gone:
            raise RuntimeError("unable to perform operation; the handler is closed")
        start = data.index(b"{")
        self.views.append(msgspec.json.decode(data[start:], type=SignView))

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def is_closing(self) -> bool:
        return self.is_gone


class Picture:
    """What there is to be drawn."""

    def __init__(self) -> None:
        self.view: SignView | None = EMPTY

    def draw(self, _key: ViewKey) -> SignView | None:
        return self.view

    def change(self, **fields: object) -> SignView:
        """A newer fact, and what it changed."""
        assert self.view is not None
        newer = {"journal_number": self.view.journal_number + 1, **fields}
        self.view = msgspec.structs.replace(self.view, **newer)
        return self.view


@pytest.fixture
def picture() -> Picture:
    return Picture()


@pytest.fixture
def fan_out(picture: Picture) -> FanOut:
    return FanOut(picture.draw, Settled())


class Settled:
    """A hall whose disk holds everything, unless told otherwise."""

    def __init__(self) -> None:
        self.is_settled = True

    async def settled(self) -> None:
        assert self.is_settled


class Paintings:
    """Views of many kinds, and what had left when each was drawn anew."""

    def __init__(self, broken: ViewKey | None = None) -> None:
        self.broken = broken
        self.number = 1
        self.stations: dict[ViewKey, Station] = {}
        self.drawn: dict[ViewKey, set[ViewKey]] = {}

    def draw(self, key: ViewKey) -> SignView:
        if self.number > 1:
            left = (one for one, station in self.stations.items() if len(station.views) > 1)
            self.drawn[key] = set(left)
            if key == self.broken:
                raise ZeroDivisionError("a view of ours")
        return msgspec.structs.replace(EMPTY, journal_number=self.number, counter=str(self.number))

    def hang(self, *keys: ViewKey) -> FanOut:
        """Each looked at by a station of its own."""
        fan_out = FanOut(self.draw, Settled())
        self.stations = {key: joined(fan_out, key) for key in keys}
        self.number = 2
        return fan_out


def joined(fan_out: FanOut, key: ViewKey = SIGN) -> Station:
    station = Station()
    asyncio.run(fan_out.join(key, station))
    return station


async def tell(fan_out: FanOut, *, more: bool = False) -> None:
    fan_out.tell(more)


def test_a_station_is_shown_the_newest_view_at_once(fan_out: FanOut, picture: Picture) -> None:
    newest = picture.change(is_open=True)
    assert joined(fan_out).views == [newest]
    assert fan_out.listening == 1


def test_everyone_is_shown_what_changed(fan_out: FanOut, picture: Picture) -> None:
    stations = [joined(fan_out) for _ in range(3)]
    newest = picture.change(is_open=True)
    asyncio.run(tell(fan_out))
    assert [station.views for station in stations] == [[EMPTY, newest]] * 3


def test_what_is_drawn_during_a_commit_leaves_after_it(fan_out: FanOut, picture: Picture) -> None:
    station = joined(fan_out)
    newest = picture.change(is_open=True)
    fan_out.prepare()
    assert station.views == [EMPTY]
    picture.view = None  # drawn already: not looked at again
    asyncio.run(tell(fan_out))
    assert station.views == [EMPTY, newest]


def test_what_all_look_at_leaves_before_the_rest_is_drawn() -> None:
    paintings, board, panel = Paintings(), ViewKey("board"), ViewKey("counter", "1")
    fan_out = paintings.hang(panel, SIGN, board)
    asyncio.run(tell(fan_out))
    assert paintings.drawn == {board: set(), SIGN: {board}, panel: {board, SIGN}}


def test_what_was_begun_during_a_commit_is_ended_after_it() -> None:
    paintings, keys = Paintings(), [ViewKey("counter", str(one)) for one in range(200)]
    fan_out = paintings.hang(*keys)
    fan_out.prepare()
    assert len(paintings.drawn) < len(keys), "the disk would have waited"
    assert not any(paintings.drawn.values()), "nothing leaves before the disk has it"
    asyncio.run(tell(fan_out))
    assert [len(one.views) for one in paintings.stations.values()] == [2] * len(keys)
    assert len(paintings.drawn) == len(keys)


@pytest.mark.parametrize("is_prepared", [False, True])
def test_a_view_that_cannot_be_drawn_keeps_nobody_else_from_theirs(
    is_prepared: bool, caplog: pytest.LogCaptureFixture
) -> None:
    board, panel = ViewKey("board"), ViewKey("counter", "1")
    paintings = Paintings(broken=SIGN)
    fan_out = paintings.hang(board, SIGN, panel)
    if is_prepared:
        fan_out.prepare()
    asyncio.run(tell(fan_out))
    assert {key: len(one.views) for key, one in paintings.stations.items()} == {
        board: 2,
        SIGN: 1,
        panel: 2,
    }
    assert "'sign'" in caplog.text


def test_nor_does_it_when_time_alone_has_changed_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    board = ViewKey("board")
    paintings = Paintings(broken=SIGN)
    fan_out = paintings.hang(SIGN, board)
    asyncio.run(fan_out.refresh())
    assert [len(one.views) for one in paintings.stations.values()] == [1, 2]
    assert "'sign'" in caplog.text


def test_what_was_drawn_for_one_commit_is_not_told_for_the_next(
    fan_out: FanOut, picture: Picture
) -> None:
    station = joined(fan_out)
    picture.change(is_open=True)
    fan_out.prepare()
    asyncio.run(tell(fan_out))
    newest = picture.change(is_open=False)
    asyncio.run(tell(fan_out))
    assert station.views[-1] == newest


def test_what_does_not_change_a_view_is_not_sent(fan_out: FanOut, picture: Picture) -> None:
    station = joined(fan_out)
    picture.change()
    asyncio.run(tell(fan_out))
    assert station.views == [EMPTY]


def test_in_time_everyone_learns_the_journal_number(fan_out: FanOut, picture: Picture) -> None:
    station = joined(fan_out)
    newer = picture.change()
    asyncio.run(fan_out.refresh())
    asyncio.run(fan_out.refresh())
    assert station.views == [EMPTY, newer]


def test_a_station_that_joins_takes_no_view_from_the_others(
    fan_out: FanOut, picture: Picture
) -> None:
    first = joined(fan_out)
    newest = picture.change(is_open=True)
    second = joined(fan_out)
    asyncio.run(tell(fan_out))
    assert first.views[-1] == second.views[-1] == newest


def test_a_station_that_does_not_read_gets_only_the_newest_when_it_reads_again(
    fan_out: FanOut, picture: Picture
) -> None:
    slow, quick = joined(fan_out), joined(fan_out)
    slow.unsent = FULL + 1
    shown = []
    for turn in range(50):
        shown.append(picture.change(is_open=turn % 2 == 0))
        asyncio.run(tell(fan_out))
    assert quick.views == [EMPTY, *shown]
    asyncio.run(fan_out.catch_up())
    assert slow.views == [EMPTY]
    slow.unsent = 0
    asyncio.run(fan_out.catch_up())
    asyncio.run(fan_out.catch_up())
    assert slow.views == [EMPTY, shown[-1]]


def test_a_station_that_has_just_gone_disturbs_nobody(fan_out: FanOut, picture: Picture) -> None:
    stations = [joined(fan_out) for _ in range(5)]
    stations[1].is_gone = stations[3].is_gone = True
    newest = picture.change(is_open=True)
    asyncio.run(tell(fan_out))
    asyncio.run(fan_out.catch_up())
    asyncio.run(fan_out.refresh())
    assert [station.views[-1] == newest for station in stations] == [True, False, True, False, True]


def test_a_channel_nobody_listens_to_is_forgotten(fan_out: FanOut, picture: Picture) -> None:
    station = joined(fan_out)
    fan_out.leave(SIGN, station)
    assert fan_out.listening == 0
    picture.change(is_open=True)
    asyncio.run(tell(fan_out))
    assert station.views == [EMPTY]


def test_a_view_that_can_no_longer_be_drawn_is_left_as_it_was(
    fan_out: FanOut, picture: Picture
) -> None:
    station = joined(fan_out)
    picture.view = None
    asyncio.run(tell(fan_out))
    asyncio.run(fan_out.refresh())
    assert station.views == [EMPTY]


def test_while_more_is_coming_views_leave_together(fan_out: FanOut, picture: Picture) -> None:
    station = joined(fan_out)

    async def many() -> None:
        for turn in range(30):
            picture.change(is_open=turn % 2 == 0)
            fan_out.tell(turn < 29)

    asyncio.run(many())
    assert len(station.views) <= 3
    assert station.views[-1] == picture.view


def test_views_that_leave_late_wait_for_the_disk(picture: Picture) -> None:
    hall = Settled()
    fan_out = FanOut(picture.draw, hall)
    station = joined(fan_out)

    async def busy() -> None:
        fan_out.tell(more=False)
        durable = picture.change(is_open=True)
        fan_out.tell(more=True)
        hall.is_settled = False
        picture.change(counter="not on disk yet")
        await asyncio.sleep(3 * TOGETHER_S)
        assert station.views == [EMPTY]
        picture.view = durable
        hall.is_settled = True
        await asyncio.sleep(3 * TOGETHER_S)
        assert station.views == [EMPTY, durable]

    asyncio.run(busy())


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 200_000])
def test_a_frame_says_how_long_it_is(size: int) -> None:
    document = b"x" * size
    framed = frame(document)
    assert framed[0] == 0x81
    announced, at = framed[1], 2
    if announced >= 126:
        at = {126: 4, 127: 10}[announced]
        announced = int.from_bytes(framed[2:at], "big")
    assert announced == size
    assert framed[at:] == document
