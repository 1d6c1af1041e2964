"""The day's dossiers on the board: their figures and the departments by turns with the queues."""

from itertools import combinations

import msgspec
import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QFontMetricsF

from hall_board.opening import open_board
from tests.board.halls import SmallHall
from tests.board.states import DEPARTMENTS, STATES, busy_hall, called, with_dossiers
from tests.fakes.fake_link import FakeLink
from tests.screens.item_tree import is_text, painted_rect, scene_rect, shown_items
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens
LANDSCAPE, PORTRAIT = QSize(1920, 1080), QSize(1080, 1920)
READ_FROM_EIGHT_METRES = 36
"""Pixels of type on 1080 lines: on 55 inches a capital is 17 mm high, seven minutes of arc."""

NAMES = {name for name, *_ in DEPARTMENTS}


@pytest.fixture
def board(qapp):
    screens = []

    def open_on(happen, size=LANDSCAPE):
        link = FakeLink()
        screens.append(open_board(link, size))
        happen(link)
        settle()
        return screens[-1].window, link

    yield open_on
    for screen in screens:
        screen.close()
    settle()


def turn_to(window, turn):
    window.findChild(QObject, "turning").setProperty("turn", turn)
    settle()


def turns(window):
    place = window.findChild(QObject, "turning")
    return place.property("queueTurns"), place.property("departmentTurns")


def words(window):
    return [text.property("text").replace("\xa0", " ") for text in texts(window)]


def texts(window):
    return [item for item in shown_items(window) if is_text(item)]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("state", ["dossiers", "dossiers_untouched", "fullest_dossiers"])
def test_every_department_comes_by_turns_whole_and_legible(board, size, state, tmp_path):
    window, _ = board(STATES[state], size)
    queue_turns, department_turns = turns(window)
    seen = []
    for turn in range(queue_turns, queue_turns + department_turns):
        turn_to(window, turn)
        assert layout_faults(window) == []
        keep_picture(window, f"{state}-{turn}")
        rows = {text: text.property("text").replace("\xa0", " ") for text in texts(window)}
        here = [(name, text) for text, name in rows.items() if name in NAMES]
        sizes = {text.property("font").pixelSize() for _, text in here}
        assert min(sizes) >= READ_FROM_EIGHT_METRES
        seen += [name for name, _ in here]
    assert sorted(seen) == sorted(name for name, *_ in DEPARTMENTS)


def test_nineteen_departments_take_two_turns_on_a_wide_wall(board):
    window, _ = board(STATES["dossiers"])
    assert turns(window) == (2, 2)


def test_nothing_else_moves_when_the_panel_turns(board):
    window, _ = board(STATES["dossiers"])
    place, figures = (window.findChild(QObject, name) for name in ("turning", "figures"))

    def others():
        turning = [scene_rect(place), scene_rect(figures)]
        rects = [(text.property("text"), scene_rect(text)) for text in texts(window)]
        still = [one for one in rects if not any(inside.contains(one[1]) for inside in turning)]
        return [turning, *(one for one in still if one[1].y() > 130)]

    window.findChild(QObject, "marquee").setProperty("visible", False)
    before = others()
    for turn in (2, 3, 0):
        turn_to(window, turn)
        assert others() == before


def test_the_figures_are_of_today_and_to_two_decimals(board):
    window, _ = board(STATES["dossiers"])
    turn_to(window, turns(window)[0])
    shown = words(window)
    for told in ("98,67%", "296 / 300", "335", "4"):
        assert told in shown, told


def test_nothing_of_nothing_is_a_dash(board):
    window, _ = board(STATES["dossiers_untouched"])
    assert "—" in words(window)
    turn_to(window, turns(window)[0])
    assert words(window).count("—") >= 10


def test_a_hall_without_dossiers_shows_none(board):
    window, _ = board(lambda link: link.show(called(SmallHall(), 3).view))
    assert turns(window)[1] == 0
    assert "hồ sơ tiếp nhận" not in words(window)


def test_a_finished_dossier_changes_its_figures_alone(board):
    hall = with_dossiers(called(busy_hall(), 5))
    window, link = board(lambda link: link.show(hall.view))
    turn_to(window, turns(window)[0])
    before = words(window)
    with_dossiers(hall, 2)
    link.show(hall.view)
    settle()
    changed = [(old, new) for old, new in zip(before, words(window), strict=True) if old != new]
    assert ("296 / 300", "592 / 600") in changed
    assert ("335", "670") in changed


MM_A_PIXEL = 685 / 1080
"""On 55 inches, sixteen by nine, the short edge is 685 mm."""


def letter_mm(table):
    """How high a digit of the table stands, by its own font."""
    font = QFont("Inter")
    font.setPixelSize(table.property("letterSize"))
    return QFontMetricsF(font).capHeight() * MM_A_PIXEL


@pytest.mark.parametrize(
    ("size", "least_mm"), [(LANDSCAPE, 18), (PORTRAIT, 23)], ids=["landscape", "portrait"]
)
@pytest.mark.parametrize("state", ["dossiers", "fullest_dossiers"])
def test_nineteen_rows_at_once_are_legible_from_eight_metres(
    board, size, least_mm, state, tmp_path
):
    """18 mm at 8 m are 7.7 minutes of arc: an eye of seven tenths reads them; 23 mm, of half."""
    window, _ = board(STATES[state], size)
    window.contentItem()
    table = window.findChild(QObject, "table")
    assert not table.isVisible()
    calm(window).turn()
    settle()
    assert table.isVisible()
    assert table.property("count") == len(DEPARTMENTS)
    assert letter_mm(table) >= least_mm
    shown = [one for one in texts(window) if is_within(one, table)]
    assert {one.property("text").replace("\xa0", " ") for one in shown} >= NAMES
    assert not [one for one in shown if one.property("truncated")]
    assert all(scene_rect(one).bottom() <= window.height() + 1 for one in shown)
    places = [painted_rect(one).adjusted(1, 1, -1, -1) for one in shown]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    keep_picture(window, f"table-{state}-{size.width()}")


def test_a_call_takes_the_table_away_at_once(board):
    hall = called(with_dossiers(busy_hall()), 3)
    window, link = board(lambda link: link.show(hall.view))
    calm(window).turn()
    settle()
    hall.call("K001", "7")
    turn_to(window, 1)
    link.show(hall.view)
    assert not window.findChild(QObject, "table").isVisible()
    assert window.findChild(QObject, "turning").property("turn") == 0


def test_a_board_of_the_table_alone_shows_nothing_else(board):
    hall = called(with_dossiers(busy_hall()), 3)
    view = msgspec.structs.replace(hall.view, shows=("departments",))
    window, _ = board(lambda link: link.show(view))
    assert window.findChild(QObject, "table").isVisible()


def calm(window):
    return window.rootContext().contextProperty("board").calm


def is_within(item, root):
    while item is not None:
        if item == root:
            return True
        item = item.parentItem()
    return False
