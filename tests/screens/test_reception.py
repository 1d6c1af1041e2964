"""Receiving at the panel, without a line of drawing: the draft, its one command, and what follows."""

import json
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from counter_display.panel_view_model import PanelViewModel
from hallctl.core.commands import ReceiveDossier
from hallctl.core.refusals import Refusal
from hallctl.core.views import CounterView
from hallctl.station.printing.form_papers import FormPapers, PaperError
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import MINUTE, NINE_O_CLOCK, counter_view, current
from tests.screens.desk_samples import (
    BIRTH,
    CARD,
    CODE,
    NINE,
    SIX,
    foreseen,
    lines,
    ordered,
    page,
    received,
    slips,
)

pytestmark = pytest.mark.screens

PDF = b"%PDF-1.7 form 01"


class Shelf(FormPapers):
    """Remembers what was handed out instead of opening it."""

    def __init__(self) -> None:
        super().__init__(lambda _url: True)
        self.handed: list[tuple[str, str, bytes]] = []
        self.has_printer = True
        self.names: tuple[str, ...] = ()

    def printers(self) -> tuple[str, ...]:
        return self.names

    def save(self, name: str, pdf: bytes) -> str:
        self.handed.append(("save", name, pdf))
        return f"/home/lan/{name}.pdf"

    def print(self, name: str, pdf: bytes) -> str:
        if not self.has_printer:
            raise PaperError("no_printer")
        self.handed.append(("print", name, pdf))
        return "HP"


class Counter:
    """A panel with its printer, its papers and a hall that is played by hand."""

    def __init__(self, view: CounterView) -> None:
        self.link = FakeLink(view)
        self.slips = FakeLink(slips())
        self.papers = Shelf()
        self.panel: Any = PanelViewModel(self.link, "", self.slips, self.papers)
        self.desk = self.panel.desk
        self.reception = self.desk.reception

    def begin(self) -> None:
        self.desk.go("reception")
        self.link.give(lines())

    def choose(self, **due: Any) -> None:
        self.reception.choice.choose(BIRTH)
        self.link.give(page())
        self.link.say(200, foreseen(**due))

    def fill(self) -> None:
        self.begin()
        self.choose()
        self.desk.scan(CARD)

    @property
    def commands(self) -> list[ReceiveDossier]:
        return [one for one in self.link.sent if isinstance(one, ReceiveDossier)]

    @property
    def kept(self) -> list[Any]:
        return [json.loads(body) for method, _, body in self.link.requests if method == "PUT"]


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter(counter_view(current=current()))


def test_the_draft_begins_with_the_visit_and_its_own_service(counter: Counter) -> None:
    counter.desk.go("reception")
    assert counter.reception.number == "A017"
    path, query = counter.link.looked_up[-1]
    assert (path, query["service"]) == ("/api/procedures", "justice")


def test_a_search_puts_the_visit_s_service_first(counter: Counter, qtbot: QtBot) -> None:
    counter.begin()
    counter.reception.choice.write("khai sinh")
    qtbot.waitUntil(lambda: counter.link.looked_up[-1][1].get("q") == "khai sinh")
    counter.link.give(lines(count=4))
    assert [one["is_own"] for one in counter.reception.choice.answers] == [True, True, False, False]


def test_a_procedure_touched_while_words_are_still_looked_for_is_taken(
    counter: Counter, qtbot: QtBot
) -> None:
    counter.begin()
    counter.reception.choice.write("khai sinh")
    counter.reception.choice.choose(BIRTH)
    qtbot.wait(200)
    counter.link.give(page())
    assert counter.reception.choice.state == "chosen"


def test_the_due_time_is_shown_with_its_steps_before_anything_is_received(
    counter: Counter,
) -> None:
    counter.begin()
    counter.choose()
    assert counter.reception.terms.due_words == "17:00 · Thứ\xa0Hai, 30/11/2026"
    assert counter.reception.terms.steps[0].startswith("Nhận đủ")
    assert len(counter.reception.terms.steps) == 4
    assert counter.commands == []


@pytest.mark.parametrize("card", [CARD, SIX, NINE])
def test_a_citizen_card_fills_the_applicant(counter: Counter, card: str) -> None:
    counter.begin()
    counter.desk.scan(card)
    assert counter.reception.applicant.values == {
        "name": "Nguyễn Thị Ngọc Diễm",
        "identity": "001190000123",
        "birth_date": "17/05/1990",
        "address": "Số 25, khóm 3, Bình Minh",
        "phone": "",
        "email": "",
        "return_to": "",
    }


@pytest.mark.parametrize(
    ("card", "wrong"),
    [
        ("001190000123|x|Nguyễn Hoa|17051990|Nữ|Số 25|01012022", "old_number"),
        ("001190000123||Nguyễn Hoa|31021990|Nữ|Số 25|01012022", "birth"),
        ("001190000123||Nguyễn Hoa|17051990|Nữ||01012022", "address"),
        ("001190000123||A|B|C|D", "fields"),
    ],
)
def test_a_card_that_can_t_be_read_changes_nothing_and_says_which_part(
    counter: Counter, card: str, wrong: str
) -> None:
    counter.fill()
    before = counter.reception.applicant.values
    counter.desk.scan(card)
    assert counter.reception.applicant.values == before
    words = counter.panel.preferences.say(f"card_wrong_{wrong}")
    assert counter.reception.applicant.card_words == words


def test_scanning_a_card_opens_the_reception(counter: Counter) -> None:
    counter.desk.scan(CARD)
    assert counter.desk.page == "reception"
    assert counter.reception.applicant.values["identity"] == "001190000123"


def test_one_command_carries_the_draft(counter: Counter) -> None:
    counter.fill()
    counter.reception.papers.add("Giấy chứng sinh")
    counter.reception.terms.choose_channel("post")
    counter.reception.terms.write("presented", "8:15")
    counter.reception.terms._ask()
    counter.link.say(200, foreseen())
    assert counter.reception.may_receive
    counter.reception.receive()
    (command,) = counter.commands
    assert (command.procedure, command.visit) == (BIRTH, "visit-A017")
    assert (command.channel, command.return_by) == ("post", "post")
    assert command.papers == ("Giấy chứng sinh",)
    assert command.presented_at == NINE_O_CLOCK - 45 * MINUTE
    assert command.complete_at is None, "now, by the hall's clock"


def test_no_name_goes_into_the_command(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    said = str(counter.commands[0])
    assert "Diễm" not in said
    assert "001190000123" not in said


def test_what_is_received_shows_its_code_and_keeps_the_applicant_apart(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received(), ordered())
    assert (counter.reception.stage, counter.reception.code) == ("received", CODE)
    assert not counter.reception.is_kept
    counter.link.say(200, {"changed": True})
    assert counter.reception.is_kept
    (kept,) = counter.kept
    assert (kept["name"], kept["birth_date"]) == ("Nguyễn Thị Ngọc Diễm", "1990-05-17")
    assert counter.link.requests[-1][1] == f"/api/dossiers/{CODE}/applicant"


def test_a_lost_answer_is_asked_for_again_with_the_same_id_and_body(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.lose()
    assert counter.reception.stage == "lost"
    counter.reception.applicant.write("name", "Somebody Else")
    counter.reception.terms.choose_channel("post")
    counter.reception.receive()
    first, second = counter.commands
    assert first == second
    counter.link.grant(received())
    assert counter.kept[0]["name"] == "Nguyễn Thị Ngọc Diễm"


def test_a_draft_that_was_sent_goes_again_by_itself_when_the_hall_is_back(
    counter: Counter,
) -> None:
    counter.fill()
    counter.link.become("offline")
    counter.reception.receive()
    counter.link.lose()
    counter.link.become("online")
    assert len(counter.commands) == 2
    assert len({one.command_id for one in counter.commands}) == 1


def test_a_draft_outlives_the_way_back_to_the_queue_and_a_lost_link(counter: Counter) -> None:
    counter.fill()
    counter.desk.go("")
    counter.link.become("offline")
    counter.link.become("online")
    counter.link.show(counter_view(journal_number=2, current=current("A018")))
    counter.desk.go("reception")
    assert counter.reception.number == "A017", "it stays with the visit it began in"
    assert counter.reception.applicant.values["name"] == "Nguyễn Thị Ngọc Diễm"
    assert counter.reception.may_receive


def test_pressing_twice_sends_once(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.reception.receive()
    assert len(counter.commands) == 1


def test_a_refusal_is_told_and_the_next_try_is_a_new_command(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.refuse(Refusal.UNKNOWN_VISIT, visit="visit-A017")
    assert counter.reception.stage == "draft"
    assert "Lượt này" in counter.reception.refused
    counter.reception.receive()
    first, second = counter.commands
    assert first.command_id != second.command_id


@pytest.fixture
def said_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counter_display.desk.keeping.AGAIN_MS", 10)


def test_an_applicant_that_was_not_heard_is_said_again(
    said_again_soon: None, counter: Counter, qtbot: QtBot
) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    counter.link.say(0)
    qtbot.waitUntil(lambda: len(counter.kept) == 2, timeout=4000)
    counter.link.say(200, {"changed": True})
    assert counter.reception.is_kept


def test_a_procedure_without_a_term_asks_for_a_promise(counter: Counter, qtbot: QtBot) -> None:
    counter.begin()
    counter.reception.choice.choose(BIRTH)
    counter.link.give(page())
    counter.link.say(409, {"refused": "unknown_term", "details": {}})
    counter.desk.scan(CARD)
    assert counter.reception.terms.needs_promise
    assert not counter.reception.may_receive
    counter.reception.terms.write("promised", "16:30 27/11")
    qtbot.waitUntil(lambda: "due_at" in counter.link.requests[-1][1])
    counter.link.say(200, foreseen())
    counter.reception.receive()
    assert counter.commands[0].due_at == NINE_O_CLOCK + 7 * 1440 * MINUTE + 450 * MINUTE


@pytest.mark.parametrize("typed", ["nine", "25:00", "9:75", "9:00 31/02", "20/11"])
def test_a_time_that_is_none_is_named_and_holds_the_button(counter: Counter, typed: str) -> None:
    counter.fill()
    counter.reception.terms.write("complete", typed)
    assert counter.reception.terms.wrong == {"complete": "Như 9:05 20/11"}
    assert counter.reception.terms.waits_for == counter.panel.preferences.say("due_wrong")
    assert not counter.reception.may_receive


@pytest.mark.parametrize(
    ("field", "typed"),
    [("birth_date", "31/02/1990"), ("email", "nobody"), ("phone", "call me"), ("identity", "a|b")],
)
def test_a_field_that_is_wrong_is_named_and_holds_the_button(
    counter: Counter, field: str, typed: str
) -> None:
    counter.fill()
    counter.reception.applicant.write(field, typed)
    assert field in counter.reception.applicant.wrong
    assert not counter.reception.may_receive


def test_consent_needs_a_way_to_be_told(counter: Counter) -> None:
    counter.fill()
    counter.reception.applicant.choose_notice("sms")
    assert "phone" in counter.reception.applicant.wrong
    counter.reception.applicant.write("phone", "0900 000 123")
    assert counter.reception.may_receive


def test_the_checklist_begins_with_what_the_last_such_dossier_had(counter: Counter) -> None:
    counter.begin()
    counter.choose(papers=("Tờ khai", "Giấy báo tử"))
    assert [one["name"] for one in counter.reception.papers.lines] == ["Tờ khai", "Giấy báo tử"]
    counter.reception.papers.toggle("Tờ khai")
    assert counter.reception.papers.names() == ("Tờ khai",)


def test_the_receipt_is_followed_until_it_is_on_paper(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received(), ordered())
    states = []
    for view in (slips(""), slips("paper_out"), slips()):
        counter.slips.show(view)
        states.append(counter.reception.slip.state)
    assert states == ["printing", "waiting", "printed"]


def test_a_view_from_before_the_order_does_not_say_that_the_receipt_is_out(
    counter: Counter,
) -> None:
    """A hall that comes back may answer before its views have caught up."""
    counter.fill()
    counter.reception.receive()
    before, after = slips(), msgspec.structs.replace(slips(""), journal_number=12)
    counter.slips.show(before)
    counter.link.grant(received(), ordered(), journal_number=12)
    assert counter.reception.slip.state == "printing"
    counter.slips.show(after)
    assert counter.reception.slip.state == "printing"
    counter.slips.show(msgspec.structs.replace(before, journal_number=13))
    assert counter.reception.slip.state == "printed"


def test_a_counter_without_a_slip_printer_is_told_to_print_form_01(counter: Counter) -> None:
    counter.slips.show(slips(printer=""))
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    assert "Mẫu 01" in counter.reception.slip.words


@pytest.mark.parametrize("act", ["save", "print"])
def test_form_01_is_saved_and_printed(counter: Counter, act: str) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    counter.link.say(200, {"changed": True})
    forms = counter.reception.forms
    assert [one["number"] for one in forms.lines] == ["01"]
    forms.do(act, "01")
    assert counter.link.requests[-1][1] == f"/api/dossiers/{CODE}/forms/01.pdf?paper=a5"
    counter.link.say(200, PDF)
    assert counter.papers.handed == [(act, f"{CODE}-01", PDF)]
    assert forms.tone == "good"


def test_a_machine_without_a_printer_says_what_to_do(counter: Counter) -> None:
    counter.papers.has_printer = False
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    counter.link.say(200, {"changed": True})
    counter.reception.forms.do("print", "01")
    counter.link.say(200, PDF)
    assert "chưa cài máy" in counter.reception.forms.message


def test_done_leaves_nothing_of_the_person_on_the_panel(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    counter.link.say(200, {"changed": True})
    counter.reception.finish()
    assert not any(counter.reception.applicant.values.values())
    assert (counter.reception.stage, counter.reception.code) == ("draft", "")


def test_one_more_dossier_keeps_the_person_and_the_visit(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.link.grant(received())
    counter.link.say(200, {"changed": True})
    counter.reception.one_more()
    assert counter.reception.applicant.values["name"] == "Nguyễn Thị Ngọc Diễm"
    assert counter.reception.number == "A017"
    assert not counter.reception.may_receive


def test_nothing_is_put_away_while_its_command_is_under_way(counter: Counter) -> None:
    counter.fill()
    counter.reception.receive()
    counter.reception.finish()
    assert counter.reception.stage == "sending"
    counter.link.grant(received())
    assert counter.reception.code == CODE


def test_a_counter_that_closes_shows_no_page(counter: Counter) -> None:
    counter.begin()
    counter.link.show(counter_view(journal_number=2, is_open=False))
    assert counter.desk.page == ""
    counter.desk.go("due")
    assert counter.desk.page == ""


def test_a_due_time_that_nobody_answered_is_asked_for_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_display.desk.reception_terms.AGAIN_MS", 1)
    counter = Counter(counter_view(current=current()))
    counter.begin()
    counter.reception.choice.choose(BIRTH)
    counter.link.give(page())
    asked = len(counter.link.requests)
    counter.link.say(0)
    qtbot.waitUntil(lambda: len(counter.link.requests) == asked + 1)
    counter.link.say(200, foreseen())
    assert counter.reception.terms.due_words
