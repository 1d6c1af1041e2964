"""Looking procedures up over real sockets: what the hall knows, or a clear nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.plan import Words
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.procedures import ProcedureLine, ProcedureLookUp, Term
from tests.fakes.fake_hall import FakeHall

pytestmark = pytest.mark.screens

HERE = {
    "procedure": "1.001193",
    "name": "Thủ tục đăng ký khai sinh",
    "field": "Hộ tịch",
    "place": {"kind": "here", "begins": None, "where": None, "why": ""},
    "queue": {
        "service": "civil-status",
        "letter": "A",
        "name": {"vi": "Hộ tịch", "en": "Civil status"},
        "icon": "baby",
    },
}
Ask = Callable[[Callable[[ProcedureLookUp, Callable[[Any], None]], None]], Any]


@pytest.fixture
def ask(hall: FakeHall, qtbot: QtBot) -> Iterator[Ask]:
    """``ask(lambda look_up, heard: look_up.page("1.1", heard))`` gives what was heard."""
    link = HallLink(hall.address, "kiosk")

    def wait(question: Callable[[ProcedureLookUp, Callable[[Any], None]], None]) -> Any:
        heard: list[Any] = []
        question(ProcedureLookUp(link), heard.append)
        assert heard == []
        qtbot.waitUntil(lambda: bool(heard))
        (answer,) = heard
        return answer

    yield wait
    link.stop()


def test_words_travel_whole_and_lines_come_back(hall: FakeHall, ask: Ask) -> None:
    hall.found = 200, {"procedures": [HERE]}
    (line,) = ask(lambda look_up, heard: look_up.find("sổ đỏ & 100% +?", 6, heard))
    assert hall.asked == [{"path": "/api/procedures", "q": "sổ đỏ & 100% +?", "limit": "6"}]
    assert isinstance(line, ProcedureLine)
    assert line.queue is not None
    assert (line.procedure, line.queue.letter) == ("1.001193", "A")


def test_a_page_is_asked_for_by_its_code(hall: FakeHall, ask: Ask) -> None:
    way = {"channel": "counter", "term": {"amount": 0, "unit": "working_day"}, "fee": None}
    hall.found = 200, {**HERE, "ways": [way], "papers": [], "has_cut_off": True, "more": 1}
    page = ask(lambda look_up, heard: look_up.page("1.001193.H38", heard))
    assert hall.asked == [{"path": "/api/procedures/1.001193.H38"}]
    assert page.ways[0].term == Term(0, "working_day")


def test_departments_come_with_their_fields(hall: FakeHall, ask: Ask) -> None:
    field = {"field": "Hộ tịch", "procedures": 41}
    name = {"vi": "Phòng", "en": "Office"}
    department = {"department": "office", "name": name, "fields": [field]}
    hall.found = 200, {"departments": [department]}
    (office,) = ask(lambda look_up, heard: look_up.departments(heard))
    assert office.name == Words("Phòng", "Office")
    hall.found = 200, {"procedures": [HERE]}
    ask(lambda look_up, heard: look_up.of_field("office", "Hộ tịch", heard))
    assert hall.asked[-1] == {
        "path": "/api/procedures",
        "department": "office",
        "field": "Hộ tịch",
    }


@pytest.mark.parametrize("found", [(404, {}), (503, {}), (200, {}), (200, {"procedures": 1})])
def test_what_the_hall_does_not_give_is_nothing(
    hall: FakeHall, ask: Ask, found: tuple[int, dict[str, Any]]
) -> None:
    hall.found = found
    assert ask(lambda look_up, heard: look_up.find("x", 1, heard)) is None


def test_a_hall_that_is_away_gives_nothing(qtbot: QtBot) -> None:
    link = HallLink(HallAddress("http://127.0.0.1:9", "token"), "kiosk")
    heard: list[Any] = []
    ProcedureLookUp(link).page("1.001193", heard.append)
    qtbot.waitUntil(lambda: heard == [None])
    link.stop()


def test_a_stopped_link_answers_no_more(hall: FakeHall, qtbot: QtBot) -> None:
    link = HallLink(hall.address, "kiosk")
    heard: list[Any] = []
    ProcedureLookUp(link).page("1.001193", heard.append)
    link.stop()
    qtbot.wait(50)
    assert heard == []
