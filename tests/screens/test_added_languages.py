"""Board, sign and pad with an added language beside the Vietnamese: whole, with the longest words."""

import json
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from counter_display import open_sign
from hall_board.opening import open_board
from hallctl.core.languages import Language
from hallctl.core.plan import Words
from hallctl.core.views import BoardView
from hallctl.known_words import SAMPLES, pad
from rating_pad.opening import open_pad
from tests.board.states import STATES
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import closed_sign, current, sign_view
from tests.screens.layout_lint import layout_faults
from tests.screens.pad_samples import pad_view
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens

HMONG = Language(code="hmn", **json.loads((SAMPLES / "hmn.json").read_bytes()))
LONGEST = "Ua liaj ua teb, tsiaj txhu, ib puag ncig thiab dej num tsw yim ntiaj teb"
WALLS = (QSize(1920, 1080), QSize(1080, 1920))
SIGNS = (QSize(1920, 540), QSize(1920, 1080), QSize(1080, 1920))


def in_hmong(view: BoardView) -> BoardView:
    """Every name the hall gave has one in H'mông, as long as they come; one language stands beside."""
    named = lambda words: Words(words.vi, words.en, {"hmn": LONGEST})  # noqa: E731
    services = tuple(msgspec.structs.replace(one, name=named(one.name)) for one in view.services)
    calls = tuple(
        msgspec.structs.replace(one, service_name=named(one.service_name), language="hmn")
        for one in view.calls
    )
    return msgspec.structs.replace(view, services=services, calls=calls, beside=("hmn",))


class HmongLink(FakeLink):
    """A hall that speaks H'mông beside Vietnamese."""

    def show(self, view: Any) -> None:
        super().show(in_hmong(view) if isinstance(view, BoardView) else view)


def name_of(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


@pytest.mark.parametrize("size", WALLS, ids=name_of)
def test_a_board_is_whole_with_the_longest_words_beside(qtbot: QtBot, size: QSize) -> None:
    faults = {}
    link = HmongLink()
    screen = open_board(link, size, reduce_motion=True)
    model: Any = screen.view_model
    for state in ("before_the_first_call", "busy_morning", "fullest"):
        STATES[state](link)
        if state == "before_the_first_call":
            link.give(HMONG)
        settle()
        faults[state] = layout_faults(screen.window)
        keep_picture(screen.window, f"board-hmn-{name_of(size)}-{state}")
    assert model.words["beside"]["now_calling"] == "Tab tom hu"
    screen.close()
    settle()
    assert not {state: found for state, found in faults.items() if found}


@pytest.mark.parametrize("size", SIGNS, ids=name_of)
def test_a_sign_is_whole_in_hmong(qtbot: QtBot, size: QSize) -> None:
    link = FakeLink(sign_view(beside=("hmn",)))
    screen = open_sign(link, size, is_still=True)
    link.give(HMONG)
    sign: Any = screen.view_model
    assert (sign.title_beside, sign.counter_words_beside) == ("Npaj pab", "Lub rooj")
    faults = {}
    called = msgspec.structs.replace(current("W1008", 0), language="hmn")
    for state, view in (
        ("free", sign_view(beside=("hmn",))),
        ("coming", sign_view(current=called, counter="108", beside=("en", "hmn"))),
        ("closed", msgspec.structs.replace(closed_sign(), beside=("hmn",))),
    ):
        link.show(view)
        settle()
        faults[state] = layout_faults(screen.window)
        keep_picture(screen.window, f"sign-hmn-{name_of(size)}-{state}")
    link.show(sign_view(current=called, beside=("en", "hmn")))
    assert sign.title_beside == "Thov tuaj rau lub rooj 3", "in the language of whoever is called"
    screen.close()
    settle()
    assert not {state: found for state, found in faults.items() if found}


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(800, 1280)], ids=name_of)
def test_a_pad_asks_in_the_visitor_s_language_once_it_has_come(qtbot: QtBot, size: QSize) -> None:
    link = FakeLink(pad_view("visit-1", language="hmn", languages=("vi", "en", "hmn")))
    screen = open_pad(link, size)
    model: Any = screen.view_model
    assert model.question == pad()["ask_result"].replace("~", "\xa0")  # type: ignore[union-attr]
    link.give(HMONG)
    settle()
    assert model.question == HMONG.pad["ask_result"]
    assert [one["code"] for one in model.preferences.languages] == ["vi", "hmn"]
    qtbot.waitUntil(lambda: layout_faults(screen.window) == [], timeout=3000)  # it has slid in
    keep_picture(screen.window, f"pad-hmn-{name_of(size)}")
    link.show(pad_view("visit-2", language="vi", languages=("vi", "en", "hmn")))
    assert [one["code"] for one in model.preferences.languages] == ["vi", "en"]
    screen.close()
    settle()
