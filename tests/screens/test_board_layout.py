"""The board in every state, format and size: words whole, in their place, strong enough to read."""

import re

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtTest import QTest

from hall_board.announcer import Announcer
from hall_board.opening import open_board
from hallctl.station.voice.speaker import NO_SOUND, SilentSpeaker
from tests.board.halls import SmallHall
from tests.board.states import CODE, STATES, a_busy_morning, called, province_services
from tests.fakes.fake_link import FakeLink
from tests.screens.item_tree import is_text, shown_items
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens
LANDSCAPE, PORTRAIT = QSize(1920, 1080), QSize(1080, 1920)
SIZES = [LANDSCAPE, PORTRAIT]
FLASH_MS = 220
LEAST_TEXT = 29
"""Pixels on a board of 1920 × 1080: smaller words are not read from eight metres."""
READ_FROM_EIGHT_METRES = ("busy_morning", "fullest", "few_services", "before_the_first_call")


@pytest.fixture
def show(qapp):
    """Opens a board of a size and lets a state happen on it."""
    screens = []

    def open_and_show(happen, size=LANDSCAPE, **options):
        link = FakeLink()
        screen = open_board(link, size, **options)
        screens.append(screen)
        happen(link)
        settle()
        return screen

    yield open_and_show
    for screen in screens:
        screen.close()
    settle()


def named(size):
    return f"{size.width()}x{size.height()}"


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_whole_and_legible(show, state, size):
    screen = show(STATES[state], size)
    assert layout_faults(screen.window) == []
    assert texts(screen)
    if state in READ_FROM_EIGHT_METRES:
        assert too_small(screen) == []
    keep_picture(screen.window, f"board-{state}-{named(size)}")


@pytest.mark.parametrize(
    "size", [QSize(3840, 2160), QSize(2160, 3840), QSize(1366, 768)], ids=named
)
def test_larger_and_smaller_walls_show_the_same(show, size):
    screen = show(STATES["fullest"], size)
    assert layout_faults(screen.window) == []


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("fault", ["no_sound", "no_voice"])
def test_a_silent_board_tells_the_technician(show, size, fault):
    silent = SilentSpeaker(NO_SOUND if fault == "no_sound" else "")
    announcer = Announcer(None, silent)
    screen = show(a_busy_morning(), size, announcer=announcer)
    said = {item.property("text").replace("\xa0", " ") for item in texts(screen)}
    assert {"Loa: không có thiết bị", "Loa: chưa có giọng đọc"} & said
    assert layout_faults(screen.window) == []
    announcer.close()


def too_small(screen):
    return [
        item.property("text")
        for item in texts(screen)
        if item.property("font").pixelSize() < LEAST_TEXT
    ]


def texts(screen):
    return [item for item in shown_items(screen.window) if is_text(item)]


def shown_words(screen):
    return [item.property("text").replace("\xa0", " ") for item in texts(screen)]


def test_twelve_services_are_all_on_one_page(show):
    for size in SIZES:
        words = shown_words(show(a_busy_morning(), size))
        missing = [
            one.name.vi for one in province_services() if one.name.vi.replace("~", " ") not in words
        ]
        assert missing == []


def test_the_gold_row_is_the_only_gold_one(show):
    """Standing back far enough, one thing is seen: the newest call."""
    screen = show(a_busy_morning(), reduce_motion=True)
    QTest.qWait(FLASH_MS)
    picture = screen.window.grabWindow()
    gold = [
        (x, y)
        for x in range(0, 1920, 8)
        for y in range(120, 1080, 8)
        if picture.pixelColor(x, y).name() == "#ffc72c"
    ]
    row = [(x, y) for x, y in gold if x < 1010 and 176 < y < 425]
    assert len(row) > 0.93 * len(gold)


def test_the_same_view_gives_the_same_picture(show):
    pictures = []
    for _ in range(2):
        screen = show(STATES["offline"], reduce_motion=True)
        settle()
        pictures.append(screen.window.grabWindow())
    size = pictures[0].size()
    below_the_clock = [one.copy(0, 120, size.width(), size.height() - 120) for one in pictures]
    assert below_the_clock[0] == below_the_clock[1]


def test_a_long_day_of_calls_keeps_its_order_top_to_bottom(show):
    hall = called(SmallHall(services=province_services()), 20)
    screen = show(lambda link: link.show(hall.view))
    numbers = [one.number for one in hall.calls]
    on_screen = [word for word in shown_words(screen) if word in numbers]
    assert on_screen == numbers[: len(on_screen)]
    assert len(on_screen) >= 5


@pytest.mark.parametrize(("state", "kept"), [("twenty_calls", 4), ("thirty_counters", 7)])
def test_where_many_counters_call_more_of_the_calls_before_are_kept(show, state, kept):
    """A call every few seconds would be gone before its holder has looked up."""
    for size in SIZES:
        words = shown_words(show(STATES[state], size))
        assert sum(bool(re.fullmatch(r"[A-Z]\d{3,4}", word)) for word in words) >= kept


def codes(screen):
    """The addresses of the codes that are seen now."""
    shown = [one for one in shown_items(screen.window) if one.objectName() == "code"]
    return [(one.property("text"), one.property("size")) for one in shown]


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_the_code_for_phones_stays_in_its_corner_where_the_queues_leave_room(show, size):
    screen = show(STATES["code_beside_few_services"], size)
    ((address, drawn),) = codes(screen)
    assert address == CODE.address
    assert drawn >= 170, "smaller codes are not read from a step away"
    turning = screen.window.findChild(QObject, "turning")
    turning.setProperty("turn", turning.property("turn") + 1)
    settle()
    assert [one for one, _ in codes(screen)] == [CODE.address], "it is there at every turn"


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_else_it_has_a_turn_of_its_own_and_is_large(show, size):
    screen = show(STATES["code_by_turns"], size)
    turning = screen.window.findChild(QObject, "turning")
    turning.setProperty("turn", turning.property("turns") - 1)
    settle()
    ((address, drawn),) = codes(screen)
    assert address == CODE.address
    assert drawn >= 400
    assert layout_faults(screen.window) == []
    keep_picture(screen.window, f"board-code-{named(size)}")
