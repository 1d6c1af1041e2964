"""The board as it lives: flash, marquee, pages, a day of thousands of views."""

import gc
import resource
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QObject, QSize
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from hall_board.opening import open_board
from tests.board.halls import SmallHall, choice
from tests.board.states import LONG, PROVINCE, called, fullest, province_services
from tests.fakes.fake_link import FakeLink
from tests.screens.item_tree import MARQUEE, is_text, shown_items
from tests.screens.touching import settle

pytestmark = pytest.mark.screens
SIZE = QSize(1920, 1080)


@pytest.fixture
def link(qapp):
    return FakeLink()


@pytest.fixture
def hall():
    return SmallHall(services=province_services())


@pytest.fixture
def open_on(link):
    screens = []

    def opened(**options):
        screens.append(open_board(link, SIZE, **options))
        return screens[-1]

    yield opened
    for screen in screens:
        screen.close()
    settle()


def item_of_type(window, name):
    return next(one for one in shown_items(window) if one.metaObject().className().startswith(name))


def marquee_strip(window):
    marquee = window.findChild(QQuickItem, MARQUEE)
    return marquee.childItems()[0]


def gold_at(window, item):
    corner = item.mapToScene(item.boundingRect().topLeft()).toPoint()
    return window.grabWindow().pixelColor(corner.x() + 60, corner.y() + 6).name()


def test_a_new_call_flashes_for_less_than_a_quarter_of_a_second(open_on, link, hall):
    screen = open_on()
    hall.call("A001")
    link.show(hall.view)
    settle()
    row = item_of_type(screen.window, "GoldCall")
    fading = row.findChild(QObject, "fading")
    assert fading.property("duration") < 250
    fading.setProperty("duration", 600_000)  # held: however slow the machine, it is seen
    hall.clock_s += 10
    hall.call("A002")
    screen.view_model._row._until = 0.0
    link.show(hall.view)
    settle()
    assert gold_at(screen.window, row) != "#ffc72c"
    QMetaObject.invokeMethod(fading, "complete")
    settle()
    assert gold_at(screen.window, row) == "#ffc72c"


def test_a_still_board_does_not_flash_and_its_notices_stand(open_on, link, hall):
    screen = open_on(reduce_motion=True)
    hall.call("A001")
    link.show(hall.view)
    settle()
    row = item_of_type(screen.window, "GoldCall")
    assert gold_at(screen.window, row) == "#ffc72c"
    assert not marquee_strip(screen.window).isVisible()


def test_notices_run_thirty_times_a_second(open_on, link, hall, qtbot):
    screen = open_on()
    link.show(hall.view)
    strip = marquee_strip(screen.window)
    steps = []
    strip.xChanged.connect(lambda: steps.append(strip.x()))
    QTest.qWait(600)
    assert len(steps) <= 20, "a busy machine may leave some out"
    qtbot.waitUntil(lambda: len(steps) >= 3, timeout=20_000)
    assert steps == sorted(steps, reverse=True)


def test_too_many_services_turn_their_pages(open_on, link):
    screen = open_on()
    fullest()(link)
    settle()

    def letters():
        return [
            one.property("letter")
            for one in shown_items(screen.window)
            if one.metaObject().className().startswith("ServiceLetter")
        ]

    first = letters()
    item_of_type(screen.window, "QueuePanel").setProperty("page", 1)
    settle()
    assert len(first) == 7
    assert sorted(first + letters()) == sorted("ABCDEGHKLMNPTV")


def test_one_service_after_another_may_appear_and_go(open_on, link, hall):
    screen = open_on()
    for count in (14, 1, 0, 6, 12):
        hall.services = tuple(choice(letter, LONG, 3, 60) for letter in "ABCDEGHKLMNPTV"[:count])
        link.show(hall.view)
        settle()
    rows = [
        one
        for one in shown_items(screen.window)
        if one.metaObject().className().startswith("QueueRow")
    ]
    assert 0 < len(rows) <= 12


def test_a_call_is_on_the_screen_at_once(open_on, link, hall):
    """In the very next frame; how long that takes the benchmarks measure."""
    screen = open_on()
    link.show(hall.view)
    screen.window.grabWindow()
    for place in range(3):
        hall.clock_s += 10
        hall.call(f"A{place + 1:03}")
        screen.view_model._row._until = 0.0
        link.show(hall.view)
        screen.window.grabWindow()
        assert screen.view_model.gold["number"] == f"A{place + 1:03}"


def live_objects(root: QObject) -> int:
    return len(root.findChildren(QObject))


def resident_kb() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


def test_a_day_of_views_leaves_no_trace_in_memory(open_on, link, hall):
    screen = open_on()
    called(hall, 9)

    def live_through(views):
        for turn in range(views):
            hall.clock_s += 5
            if turn % 3 == 0:
                letter = PROVINCE[turn % 12][0]
                hall.call(f"{letter}{turn % 900 + 100}", str(turn % 8 + 1))
            first = replace(hall.services[0], waiting=turn % 30)
            hall.services = (first, *hall.services[1:])
            hall.counts = replace(hall.counts, finished=turn)
            link.show(hall.view)
            screen.view_model._on_turn()
            settle(1)
        gc.collect()

    live_through(1_000)
    before, objects = resident_kb(), live_objects(screen.window.contentItem())
    live_through(2_000)
    assert live_objects(screen.window.contentItem()) <= objects + 60
    assert resident_kb() - before < 4_000


def test_every_word_of_the_board_is_said_by_a_text(open_on, link, hall):
    """Nothing is shown as ``undefined``, a key or an empty place."""
    screen = open_on()
    link.show(called(hall, 9).view)
    settle()
    words = [one.property("text") for one in shown_items(screen.window) if is_text(one)]
    assert not [one for one in words if "undefined" in one or "_" in one or "{" in one]
