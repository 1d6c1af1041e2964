"""Finding a procedure, without pictures: what is asked, what is shown, what comes too late."""

import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.plan import Words
from hallctl.station.preferences import Preferences
from hallctl.station.procedures import Fee, Place, ProcedurePage, Queue, Term, Way
from kiosk.procedure_wording import page_words, place_words
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.kiosk_samples import issued
from tests.screens.procedure_samples import answer, find, open_page

LAND = {
    "procedure": "1.012784",
    "name": "Tách thửa hoặc hợp thửa đất.",
    "place": {"kind": "here"},
    "queue": {"service": "land", "letter": "B", "name": {"vi": "Đất đai", "en": "Land"}},
}


@pytest.fixture
def preferences(kiosk: KioskViewModel) -> Preferences:
    return kiosk.preferences


def spell(kiosk: KioskViewModel, words: str) -> None:
    for letter in words:
        kiosk.finding.type(letter)


def test_whoever_types_is_asked_about_once_they_pause(
    kiosk: KioskViewModel, link: FakeLink, qtbot: QtBot
) -> None:
    spell(kiosk, "khai sinh")
    assert (kiosk.finding.state, link.looked_up) == ("asking", [])
    qtbot.waitUntil(lambda: bool(link.looked_up))
    assert link.looked_up == [("/api/procedures", {"q": "khai sinh", "limit": "6"})]


def test_answers_say_where_and_whose_number(kiosk: KioskViewModel, link: FakeLink) -> None:
    find(kiosk, link, "tach thua")
    assert kiosk.finding.state == "found"
    first = kiosk.finding.answers[0]
    assert first["procedure"] == "1.012784"
    assert first["place"].startswith("Tại đây, lấy\xa0số W: ")
    assert first["tone"] == "good"


def test_an_answer_to_earlier_letters_is_not_shown(kiosk: KioskViewModel, link: FakeLink) -> None:
    spell(kiosk, "tach")
    kiosk.finding._pause.timeout.emit()
    spell(kiosk, " thua")
    link.give({"procedures": [LAND]})
    assert (kiosk.finding.state, kiosk.finding.answers) == ("asking", [])


def test_answers_stay_while_the_next_letters_are_typed(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    find(kiosk, link, "tach thua")
    kiosk.finding.type(" ")
    assert kiosk.finding.state == "found"


def test_nothing_found_and_no_answer_are_two_things(kiosk: KioskViewModel, link: FakeLink) -> None:
    find(kiosk, link, "qwertz")
    assert kiosk.finding.state == "nothing"
    kiosk.finding.type("x")
    kiosk.finding._pause.timeout.emit()
    link.give(None)
    assert kiosk.finding.state == "lost"
    kiosk.finding.erase()
    assert kiosk.finding.state == "asking"


def test_an_empty_line_asks_nothing(kiosk: KioskViewModel, link: FakeLink, qtbot: QtBot) -> None:
    spell(kiosk, "  a")
    kiosk.finding.erase()
    kiosk.finding.erase()
    assert (kiosk.finding.text, kiosk.finding.state) == ("", "empty")
    qtbot.wait(250)
    assert link.looked_up == []


def test_a_line_has_an_end(kiosk: KioskViewModel) -> None:
    spell(kiosk, "a" * 100)
    assert len(kiosk.finding.text) == 40


def test_a_page_is_shown_when_it_is_there(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    kiosk.finding.open("1.012784")
    assert kiosk.scene == "find"
    answer(link)
    assert kiosk.scene == "procedure"
    assert kiosk.finding.procedure["service"] == "land"
    kiosk.find()
    assert kiosk.scene == "find"


def test_a_page_that_comes_after_one_has_left_is_not_shown(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.find()
    kiosk.finding.open("1.012784")
    kiosk.rest()
    link.give({**LAND, "ways": []})
    assert kiosk.scene == "home"
    assert kiosk.finding.procedure["name"] == ""


def test_a_page_that_does_not_come_is_said(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    kiosk.finding.open("9.999999")
    link.give(None)
    assert (kiosk.scene, kiosk.finding.state) == ("find", "lost")


def test_its_number_is_taken_with_the_priority_one_has(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.choose_group("elderly")
    open_page(kiosk, link, "1.012784")
    kiosk.take_number(kiosk.finding.procedure["service"])
    assert [(wish.service, wish.priority) for wish in link.sent] == [("land", "elderly")]
    link.grant(issued("B001", "land"))
    assert kiosk.scene == "thanks"
    assert kiosk.finding.text == ""


def test_leafing_goes_down_and_up_a_step_at_a_time(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.browse()
    assert kiosk.browsing.state == "asking"
    answer(link)
    assert kiosk.browsing.rows[0]["name"] == "Sở Tư\xa0pháp"
    assert kiosk.browsing.rows[-1]["name"] == "Cơ\xa0quan khác"
    kiosk.browsing.choose("justice")
    assert kiosk.browsing.title == "Sở Tư\xa0pháp"
    assert "Luật sư" in [row["key"] for row in kiosk.browsing.rows]
    kiosk.browsing.choose("Luật sư")
    assert kiosk.browsing.rows == []
    answer(link)
    assert all(row["procedure"] for row in kiosk.browsing.rows)
    kiosk.go_back()
    assert kiosk.browsing.title == "Sở Tư\xa0pháp"
    kiosk.go_back()
    kiosk.go_back()
    assert kiosk.scene == "find"


def test_a_list_that_comes_after_one_went_back_is_not_shown(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.browse()
    answer(link)
    kiosk.browsing.choose("justice")
    kiosk.browsing.choose("Luật sư")
    kiosk.go_back()
    answer(link)
    assert kiosk.browsing.title == "Sở Tư\xa0pháp"
    assert not any(row["procedure"] for row in kiosk.browsing.rows)


def test_leafing_without_an_answer_is_said(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.browse()
    link.give(None)
    assert (kiosk.browsing.state, kiosk.browsing.rows) == ("lost", [])


def test_the_next_person_finds_an_empty_line(kiosk: KioskViewModel, link: FakeLink) -> None:
    find(kiosk, link, "ly lich tu phap")
    kiosk.rest()
    assert (kiosk.finding.text, kiosk.finding.answers) == ("", [])


@pytest.mark.parametrize(
    ("place", "queue", "said"),
    [
        (Place("here"), Queue("land", "B", Words("Đất", "Land")), "Tại đây, lấy\xa0số B: Đất"),
        (Place("here"), None, "Tại đây, xin hỏi bàn hướng\xa0dẫn"),
        (
            Place("elsewhere", where=Words("Công an xã", "Police")),
            None,
            "Không nhận ở đây. Nộp tại: Công\xa0an xã",
        ),
        (Place("elsewhere"), None, "Không nhận ở đây, xin hỏi bàn hướng\xa0dẫn"),
    ],
)
def test_where_is_said_in_a_sentence(
    preferences: Preferences, place: Place, queue: Queue | None, said: str
) -> None:
    assert place_words(preferences, place, queue) == said


@pytest.mark.parametrize(
    ("term", "fee", "said"),
    [
        (Term(0, "working_day"), Fee(0, "VND"), ("Trong ngày", "Không mất phí")),
        (Term(5, "working_day"), Fee(50000, "VND"), ("5\xa0ngày làm\xa0việc", "50.000\xa0đ")),
        (Term(1.5, "working_day"), Fee(10, "USD"), ("1,5\xa0ngày làm\xa0việc", "10\xa0USD")),
        (
            Term(2, "month"),
            Fee(2000, "VND", "/trang", is_exact=False),
            ("2\xa0tháng", "Lệ\xa0phí: /trang"),
        ),
        (Term(8, "hour"), Fee(2, "VND", is_exact=False), ("8\xa0giờ", "hỏi tại quầy")),
        (None, None, ("Hỏi tại quầy", "hỏi tại quầy")),
        (Term(3, "fortnight"), None, ("Hỏi tại quầy", "hỏi tại quầy")),
    ],
)
def test_time_and_fee_are_said_as_people_say_them(
    preferences: Preferences, term: Term | None, fee: Fee | None, said: tuple[str, str]
) -> None:
    page = ProcedurePage(
        procedure="1.1", name="x", place=Place("here"), ways=(Way("counter", term, fee),)
    )
    (way,) = page_words(preferences, page)["ways"]
    assert said[0] in way["term"]
    assert said[1].replace("\xa0", " ") in way["fee"].replace("\xa0", " ")


def test_english_has_its_own_figures_and_plurals(preferences: Preferences) -> None:
    preferences.choose_language("en")
    ways = (
        Way("counter", Term(1, "working_day"), Fee(50000, "VND")),
        Way("online", Term(2, "hour"), None),
    )
    page = ProcedurePage(procedure="1.1", name="x", place=Place("here"), ways=ways)
    first, second = page_words(preferences, page)["ways"]
    assert (first["term"], first["fee"]) == ("1\xa0working day", "50,000\xa0đ")
    assert second["term"] == "2\xa0working hours"
