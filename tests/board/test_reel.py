"""The playlist on a board: real files, fetched, decoded beside the screen, never black, never in the way."""

import hashlib
from itertools import groupby, islice

import pytest
from PySide6.QtGui import QColor, QImage

from hall_board.calm import Calm
from hall_board.frames import Frame
from hall_board.media_store import MediaStore
from hall_board.reel import RETRY_MS, Reel, over_and_over
from hall_board.rotating import Rotation
from hallctl.core.views import PlaylistEntry
from tests.playlist.files import COLOURS, FILMS, clip, cut, picture

pytestmark = pytest.mark.screens


class Shelf:
    """What the hall has; gives bytes by their hash."""

    def __init__(self):
        self.files, self.asked = {}, []

    def entry(self, path, seconds=0.3, **more):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:32]
        self.files[digest] = content
        media = "picture" if path.suffix == ".png" else "clip"
        return PlaylistEntry(file=path.name, digest=digest, media=media, seconds=seconds, **more)

    def look_up(self, path, _query, found):
        self.asked.append(path)
        found(self.files.get(path.rpartition("/")[2]))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def broken():
    return []


@pytest.fixture
def reel(qtbot, shelf, broken, tmp_path):
    reel = Reel(MediaStore(shelf, tmp_path / "cache"), broken.append)
    reel.fit(320, 180)
    yield reel
    reel.close()


def colour(reel):
    return QColor(reel.image.pixelColor(reel.image.width() // 2, reel.image.height() // 2)).name()


def its_time_is_over(qtbot, reel):
    """However long a busy machine took to show it."""
    with qtbot.waitSignal(reel.over, timeout=20_000):
        reel._end.start(0)


def test_a_picture_is_fetched_once_and_fills_its_place(qtbot, reel, shelf, tmp_path):
    reel.offer([shelf.entry(picture(tmp_path / "a.png"), seconds=60)])
    for _ in range(2):
        reel.start()
        qtbot.waitUntil(lambda: reel.is_showing, timeout=20_000)
        assert (reel.image.width(), reel.image.height()) == (320, 180)
        assert colour(reel) == COLOURS[0].lower()
        its_time_is_over(qtbot, reel)
        assert not reel.is_showing
    assert len(shelf.asked) == 1


def test_a_disk_that_keeps_nothing_is_asked_once_a_turn(qtbot, shelf, broken, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder would be")
    reel = Reel(MediaStore(shelf, tmp_path / "cache"), broken.append)
    reel.fit(320, 180)
    reel.offer([shelf.entry(picture(tmp_path / "a.png"), seconds=60)])
    reel.start()
    qtbot.waitUntil(lambda: bool(shelf.asked) and reel._end.interval() == RETRY_MS, timeout=20_000)
    its_time_is_over(qtbot, reel)
    assert (len(shelf.asked), broken, reel.is_showing) == (1, [], False)
    reel.close()


def test_a_clip_moves_and_begins_again_until_its_time_is_over(qtbot, reel, shelf, tmp_path):
    reel.offer([shelf.entry(clip(tmp_path / "a.webp", frames=3, lasts_ms=40), seconds=60)])
    seen = []
    reel.frame_changed.connect(lambda: seen.append(colour(reel)) if reel.is_showing else None)
    reel.start()
    qtbot.waitUntil(lambda: len(seen) > 4, timeout=20_000)
    assert seen[:5] == [one.lower() for one in (*COLOURS, *COLOURS[:2])]
    its_time_is_over(qtbot, reel)
    assert not reel.is_showing


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_a_film_moves_and_begins_again(qtbot, reel, shelf, name):
    reel.offer([shelf.entry(FILMS / name, seconds=60)])
    seen = []
    reel.frame_changed.connect(lambda: seen.append(nearest(colour(reel))))
    reel.start()
    qtbot.waitUntil(lambda: seen.count(COLOURS[0]) > 10, timeout=20_000)
    assert (reel.image.width(), reel.image.height()) == (320, 180)
    assert [one for one, _ in groupby(seen)][:4] == [*COLOURS, COLOURS[0]]


@pytest.mark.parametrize(
    ("edge", "gap", "decoded"), [(40, False, 1), (4000, False, 3), (40, True, 3)]
)
def test_a_short_clip_that_came_whole_is_decoded_once(qapp, edge, gap, decoded):
    image = QImage(edge, edge, QImage.Format.Format_ARGB32_Premultiplied)
    times = []

    def once():
        times.append(1)
        yield from (Frame(image, 40), Frame(image, 80, gap))

    shown = [one.lasts_ms for one in islice(over_and_over(once), 6)]
    assert shown == [40, 80] * 3, "however often, it is the same clip"
    assert len(times) == decoded


def nearest(name):
    """A film's colours are its codec's."""
    return min(COLOURS, key=lambda one: distance(QColor(one), QColor(name)))


def distance(one, other):
    return sum(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_entries_follow_each_other_over_and_over(qtbot, reel, shelf, tmp_path):
    shown = []
    reel.offer(
        [
            shelf.entry(picture(tmp_path / f"{at}.png", colour=one), seconds=60)
            for at, one in enumerate(COLOURS)
        ]
    )
    reel.frame_changed.connect(lambda: shown.append(colour(reel)) if reel.is_showing else None)
    for _ in range(4):
        reel.start()
        qtbot.waitUntil(lambda: reel.is_showing, timeout=20_000)
        its_time_is_over(qtbot, reel)
    assert shown == [one.lower() for one in (*COLOURS, COLOURS[0])]


@pytest.fixture(params=["a.png", "a.gif", "a.mp4"])
def damaged(request, tmp_path):
    path = tmp_path / request.param
    match path.suffix:
        case ".gif":
            return cut(clip(path, frames=30))
        case ".mp4":
            path.write_bytes((FILMS / "film.mp4").read_bytes()[:600])
            return path
    return cut(picture(path, (900, 900)))


def test_a_broken_file_is_named_skipped_and_never_black(qtbot, reel, shelf, broken, damaged):
    path, tmp_path = damaged, damaged.parent
    reel.offer(
        [shelf.entry(path, seconds=5), shelf.entry(picture(tmp_path / "b.png", colour=COLOURS[1]))]
    )
    with qtbot.waitSignal(reel.over, timeout=20_000):
        reel.start()
    assert broken == [path.name]
    assert (reel.count, reel.is_showing) == (1, False)
    reel.start()
    qtbot.waitUntil(lambda: reel.is_showing)
    assert colour(reel) == COLOURS[1].lower()


def test_bytes_that_are_not_what_was_promised_are_not_shown(qtbot, reel, shelf, tmp_path):
    entry = shelf.entry(picture(tmp_path / "a.png"))
    shelf.files[entry.digest] = b"something else"
    reel.offer([entry])
    reel.start()
    qtbot.wait(30)
    assert not reel.is_showing


def test_a_stop_takes_the_picture_away_at_once(qtbot, reel, shelf, tmp_path):
    reel.offer([shelf.entry(picture(tmp_path / "a.png"), seconds=60)])
    reel.start()
    qtbot.waitUntil(lambda: reel.is_showing)
    reel.stop()
    assert not reel.is_showing


def test_nothing_to_show_is_over_at_once(qtbot, reel):
    with qtbot.waitSignal(reel.over, timeout=1000):
        reel.start()


def test_a_list_that_changes_goes_on_where_it_was():
    entries = [PlaylistEntry(file=one, digest=one, media="picture", seconds=1) for one in "abcd"]
    rotation = Rotation()
    rotation.offer(entries[:3])
    assert [rotation.next().file for _ in range(2)] == ["a", "b"]
    rotation.offer(entries)
    assert [rotation.next().file for _ in range(3)] == ["c", "d", "a"]
    rotation.offer(entries[1:2])
    assert rotation.next().file == "b"


def test_a_calm_hall_gives_the_whole_board_and_a_call_takes_it_back(qtbot, reel, shelf, tmp_path):
    reel.offer([shelf.entry(picture(tmp_path / "a.png"), seconds=60)])
    calm = Calm(reel, calm_s=0.02)
    qtbot.waitUntil(lambda: reel.is_showing)
    calm.disturb()
    assert not reel.is_showing
    qtbot.waitUntil(lambda: reel.is_showing)


def test_the_table_and_the_playlist_take_turns(qtbot, reel, shelf, tmp_path):
    reel.offer([shelf.entry(picture(tmp_path / "a.png"), seconds=0.03)])
    calm = Calm(reel, calm_s=0.02)
    calm.offer_table(True)
    qtbot.waitUntil(lambda: calm.shows_table)
    assert not reel.is_showing
    calm.disturb()
    assert not calm.shows_table
    qtbot.waitUntil(lambda: reel.is_showing)
