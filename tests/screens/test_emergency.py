"""An emergency over every screen: whole, legible, not to be touched away; and an official's message."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtTest import QTest

from counter_display import open_panel, open_sign
from hall_board.opening import open_board
from hallctl.core.commands import ReadMessage
from hallctl.core.plan import Words
from hallctl.core.views import EmergencyNote, MessageShown
from kiosk import open_kiosk
from rating_pad import open_pad
from tests.board.halls import SmallHall
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view, pad_view, sign_view
from tests.screens.item_tree import is_text, shown_items
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens
LONGEST = Words("Có cháy ở tầng hai. " * 8, "Fire on the second floor. " * 6)
NOTE = EmergencyNote(
    emergency=1,
    words=Words(LONGEST.vi.strip()[:160], LONGEST.en.strip()[:160]),
    since_at=0,
)
IN_THREE = msgspec.structs.replace(
    NOTE,
    words=Words(
        NOTE.words.vi, NOTE.words.en, {"hmn": ("Hluav taws kub hauv txheej ob. " * 6)[:159]}
    ),
)
SCREENS = {
    "kiosk": (open_kiosk, kiosk_view, QSize(1080, 1920)),
    "panel": (open_panel, counter_view, QSize(1366, 768)),
    "tall panel": (open_panel, counter_view, QSize(540, 900)),
    "sign": (open_sign, sign_view, QSize(1920, 540)),
    "pad": (open_pad, pad_view, QSize(1280, 800)),
    "board": (open_board, lambda: SmallHall().view, QSize(1920, 1080)),
    "tall board": (open_board, lambda: SmallHall().view, QSize(1080, 1920)),
    "large board": (open_board, lambda: SmallHall().view, QSize(3840, 2160)),
}


@pytest.fixture
def raised(qapp):
    opened = []

    def raise_on(name, note=NOTE):
        open_one, view, size = SCREENS[name]
        link = FakeLink(msgspec.structs.replace(view(), emergency=note))
        opened.append(open_one(link, size))
        settle()
        return opened[-1].window, link, view

    yield raise_on
    for screen in opened:
        screen.close()
    settle()


def overlay(window) -> Any:
    return window.findChild(QObject, "emergency")


def beneath(fault, window):
    """Faults between what is said and what it covers: that is what it is for."""
    own = [item for item in shown_items(window) if is_text(item)]
    said = {one.property("text")[:50] for one in own if is_within(one, overlay(window))}
    return not any(repr(words)[1:-1] in fault for words in said)


def is_within(item, root):
    while item is not None:
        if item == root:
            return True
        item = item.parentItem()
    return False


@pytest.mark.parametrize(
    ("name", "note"),
    [
        *((name, NOTE) for name in SCREENS),
        *((name, IN_THREE) for name in ("kiosk", "sign", "board")),
    ],
)
def test_it_covers_the_whole_screen_and_every_word_of_it_is_whole(raised, name, note):
    window, _, _ = raised(name, note)
    words = note.words
    covering = overlay(window)
    assert (covering.width(), covering.height()) == (window.width(), window.height())
    own = [one for one in shown_items(window) if is_text(one) and is_within(one, covering)]
    beside = "\n".join((words.en, *(words.others or {}).values()))
    assert {words.vi, beside} <= {one.property("text").replace("\xa0", " ") for one in own}
    faults = [
        one
        for one in layout_faults(window, target=0)
        if not beneath(one, window) and " lies over " not in one
    ]
    assert faults == []
    keep_picture(window, f"emergency-{name}-{len(beside)}")


@pytest.mark.parametrize("name", ["kiosk", "pad", "sign", "board"])
def test_it_can_t_be_touched_away_and_nothing_beneath_can_be_pressed(raised, name):
    window, link, _ = raised(name)
    for x in range(1, 6):
        for y in range(1, 6):
            place = QPoint(window.width() * x // 6, window.height() * y // 6)
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert link.sent == []
    assert overlay(window).height() == window.height()


def test_it_goes_when_the_hall_has_cleared_it(raised):
    window, link, view = raised("kiosk")
    assert overlay(window).isVisible()
    link.show(view())
    settle()
    assert not overlay(window).isVisible()


def test_a_line_that_breaks_leaves_it_up(raised):
    window, link, _ = raised("kiosk")
    link.change_state("offline") if hasattr(link, "change_state") else None
    settle()
    assert overlay(window).isVisible()


def test_an_official_may_go_on_beneath_it_until_the_next_one(raised):
    window, link, view = raised("panel")
    overlay(window).setProperty("isFolded", True)
    settle()
    assert overlay(window).height() < window.height() / 4
    link.show(msgspec.structs.replace(view(), emergency=msgspec.structs.replace(NOTE, emergency=2)))
    settle()
    assert overlay(window).height() == window.height()


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(540, 900)], ids=["wide", "tall"])
def test_an_official_reads_the_supervisor_s_message_and_says_so(qapp, size):
    message = MessageShown(message=1, text="Xin gọi tổ máy chủ, " * 8, sent_at=0)
    link = FakeLink(counter_view(message=message))
    screen = open_panel(link, size)
    settle()
    faults = layout_faults(screen.window, target=0)
    assert [one for one in faults if " lies over " not in one or size.width() > 600] == []
    keep_picture(screen.window, f"message-{size.width()}")
    panel: Any = screen.view_model
    panel.message.read()
    panel.message.read()
    assert [type(one) for one in link.sent] == [ReadMessage]
    assert link.sent[0].counter == counter_view().counter
    link.grant()
    link.show(counter_view(journal_number=2))
    assert panel.message.text == ""
    screen.close()
    settle()
