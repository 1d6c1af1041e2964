"""One hall, three visitors: one rates by hardware buttons, one by touch, one on the phone."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from hallctl.core.self_rating import RatedVisit
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.period import Period
from hallctl.ledger.visits.rating_ledger import ratings_of
from hallctl.station.link import HallLink, press
from hallctl.station.link.addressing import HallAddress
from rating_pad import open_pad
from rating_pad.patience import Patience
from tests.hall_clients import wish
from tests.screens.item_tree import named
from tests.screens.touching import settle, touch
from tests.station.test_devices_at_work import PATIENCE_MS, Corner
from tests.web.browsers import Browser
from tests.web.hall_at_work import granted

pytestmark = pytest.mark.screens


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Corner]:
    monkeypatch.setattr(press, "SETTLE_S", 0.05)
    corner = Corner(tmp_path / "hall")
    yield corner
    corner.close()


def served(corner: Corner) -> str:
    """Somebody takes a number, is called and served; gives the ticket."""
    issued = granted(corner.wire.ask(wish("IssueTicket", service="certification")))
    granted(corner.wire.ask(wish("CallNext", counter="1")))
    granted(corner.wire.ask(wish("FinishVisit", counter="1")))
    return str(issued["ticket"])


def rated(corner: Corner) -> int:
    return int(corner.view("board")["counts"]["rated"])


def test_a_visit_is_rated_by_buttons_by_touch_and_by_phone(corner: Corner, qtbot: QtBot) -> None:
    by_buttons = served(corner)
    qtbot.waitUntil(lambda: corner.asked() > 0, timeout=PATIENCE_MS)  # its line is open
    qtbot.waitUntil(
        lambda: bool(corner.link.view and corner.link.view.counters[0].visit), timeout=PATIENCE_MS
    )
    corner.pad.press(2)
    qtbot.waitUntil(lambda: rated(corner) == 1, timeout=PATIENCE_MS)
    by_touch = served(corner)
    _touch_the_pad(corner, qtbot, by_touch)
    qtbot.waitUntil(lambda: rated(corner) == 2, timeout=PATIENCE_MS)
    by_phone = served(corner)
    _rate_on_the_phone(corner, by_phone)
    marks = {one.visit: (one.result, one.attitude, one.station) for one in _kept(corner)}
    assert marks == {
        by_buttons: (2, 2, "devices-1"),
        by_touch: (5, 3, "pad-1"),
        by_phone: (4, 5, "phone"),
    }
    assert [bool(one.device) for one in _kept(corner)] == [False, False, True]
    assert corner.view("board")["counts"]["satisfied"] == 1


def _touch_the_pad(corner: Corner, qtbot: QtBot, visit: str) -> None:
    address = HallAddress(f"http://127.0.0.1:{corner.hall.port}", corner.hall.token("pad-1"))
    link = HallLink(address, "pad", "1")
    screen = open_pad(link, QSize(1280, 800), Patience(double_tap_s=0.0))
    link.start()
    try:
        qtbot.waitUntil(lambda: getattr(link.view, "visit", None) == visit, timeout=PATIENCE_MS)
        settle()
        touch(screen.window, named(screen.window, "Rất hài lòng"))
        touch(screen.window, named(screen.window, "Bình thường"))
        qtbot.waitUntil(lambda: screen.view_model.scene == "thanks", timeout=PATIENCE_MS)
    finally:
        link.stop()
        screen.close()


def _rate_on_the_phone(corner: Corner, visit: str) -> None:
    phone = Browser(corner.hall.port)
    link = corner.hall.assembly.house.addresses.link_to(visit).rpartition("/")[2]
    assert "Ý kiến của ông/bà" in phone.get(f"/t/{link}").text
    shown = {"Authorization": f"Ticket {link}"}
    marks = wish("RateVisit", visit=visit, result=4, attitude=5)
    assert phone.post_json("/api/commands", json.dumps(marks).encode(), **shown).status == 200
    words = json.dumps({"words": "Nhanh và rõ ràng."}).encode()
    assert phone.post_json("/api/comments", words, **shown).status == 200


def _kept(corner: Corner) -> list[RatedVisit]:
    with closing(open_database(corner.hall.directory.journal, read_only=True)) as ledger:
        today = corner.hall.assembly.controller.hall.business_day
        assert today is not None
        return ratings_of(ledger, Period(today, today))
