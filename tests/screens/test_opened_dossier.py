"""A dossier at the panel, without a line of drawing: opened, looked at, and moved on."""

import json
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from counter_display.desk.acts import COMMANDS
from hallctl.core import commands
from hallctl.core.dossier_life import DossierState, DossierStep
from hallctl.core.refusals import Refusal
from tests.fakes.sample_views import MINUTE, NINE_O_CLOCK, counter_view, current
from tests.screens.desk_samples import APPLICANT, CODE, due, found, slips
from tests.screens.test_reception import Counter

pytestmark = pytest.mark.screens

REASON = "Bản dịch có chứng thực"


@pytest.fixture
def counter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Counter:
    monkeypatch.setattr("hallctl.station.link.press.SETTLE_S", 0.0)
    monkeypatch.setattr("counter_display.desk.opened_dossier.REFRESH_MS", 10)
    return Counter(counter_view(dossiers_due=due()))


def open_it(counter: Counter, state: str = "received", **more: Any) -> Any:
    counter.desk.open(CODE)
    counter.link.say(200, found(state, **more))
    return counter.desk.opened


@pytest.mark.parametrize(
    ("scanned", "path"),
    [
        (CODE, f"/api/dossiers/{CODE}"),
        (f" {CODE.lower()} ", f"/api/dossiers/{CODE.lower()}"),
        ("http://h/d/X-1-a", "/api/dossiers/http%3A%2F%2Fh%2Fd%2FX-1-a"),
    ],
)
def test_what_was_scanned_or_typed_opens_the_dossier(
    counter: Counter, scanned: str, path: str
) -> None:
    counter.desk.scan(scanned)
    assert counter.desk.page == "dossier"
    assert counter.link.requests[-1][:2] == ("GET", path)
    counter.link.say(200, found())
    assert counter.desk.opened.state == "open"
    assert counter.desk.opened.face["code"] == CODE
    assert counter.desk.opened.face["state"] == counter.panel.preferences.say("state_received")


def test_a_damaged_code_is_told_where_to_look(counter: Counter) -> None:
    counter.desk.scan("H15.50-261332-0001")
    details = {"dossier": "H15.50-261332-0001", "part": "day"}
    counter.link.say(404, {"refused": "dossier_code_damaged", "details": details})
    assert counter.desk.opened.state == "refused"
    assert "Ngày trong mã" in counter.desk.opened.message


def test_a_scanner_that_types_opens_it_from_the_queue(counter: Counter) -> None:
    for letter in CODE:
        counter.desk.letter(letter)
    assert counter.desk.enter()
    assert counter.desk.page == "dossier"


def test_opening_looks_at_nobody(counter: Counter) -> None:
    opened = open_it(counter)
    assert not [one for one in counter.link.requests if "applicant" in one[1]]
    assert opened.whose.state == "hidden"


def test_the_applicant_is_shown_when_asked_for_and_hidden_again(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    assert counter.link.requests[-1][:2] == ("GET", f"/api/dossiers/{CODE}/applicant")
    counter.link.say(200, {"applicant": APPLICANT})
    assert opened.whose.form.values["name"] == APPLICANT["name"]
    assert opened.whose.form.values["birth_date"] == "17/05/1990"
    opened.whose.hide()
    assert not any(opened.whose.form.values.values())


def test_an_applicant_is_corrected(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    counter.link.say(200, {"applicant": APPLICANT})
    opened.whose.edit()
    opened.whose.form.write("phone", "0900 000 999")
    opened.whose.keep()
    method, path, body = counter.link.requests[-1]
    assert (method, path) == ("PUT", f"/api/dossiers/{CODE}/applicant")
    assert json.loads(body) == APPLICANT | {"phone": "0900 000 999"}
    counter.link.say(200, {"changed": True})
    assert opened.whose.state == "shown"


def test_a_missing_applicant_is_filled_in(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    counter.link.say(404, {"refused": "not_found", "details": {"what": "applicant"}})
    assert opened.whose.state == "nobody"
    opened.whose.edit()
    opened.whose.form.write("name", "Nguyễn Thị Hoa")
    opened.whose.keep()
    counter.link.say(422, {"malformed": "x", "field": "name"})
    assert opened.whose.state == "editing"
    assert "name" in opened.whose.form.wrong


def test_only_what_the_dossier_allows_is_offered(counter: Counter) -> None:
    opened = open_it(counter, may=("return",))
    assert [one["step"] for one in opened.acts.lines] == ["return"]
    opened.acts.choose("forward")
    assert opened.acts.chosen == ""
    assert counter.link.sent == []


@pytest.mark.parametrize("step", ["take_up", "resume", "finish", "return"])
def test_what_leads_on_is_done_at_once(counter: Counter, step: str) -> None:
    opened = open_it(counter, may=(step,))
    opened.acts.choose(step)
    (command,) = counter.link.sent
    assert type(command) is COMMANDS[step]
    assert command.dossier == CODE  # type: ignore[attr-defined]
    counter.link.grant()
    assert opened.tone == "good"
    assert counter.link.requests[-1][1].endswith(CODE), "it is looked at again"


@pytest.mark.parametrize("step", ["request_supplement", "refuse", "stop"])
def test_what_the_citizen_will_read_needs_a_reason(counter: Counter, step: str) -> None:
    opened = open_it(counter, may=(step,))
    opened.acts.choose(step)
    assert counter.link.sent == []
    assert not opened.acts.may_do
    opened.acts.do()
    assert counter.link.sent == []
    opened.acts.write_reason(f"  {REASON} ")
    opened.acts.do()
    (command,) = counter.link.sent
    assert command.reason == REASON  # type: ignore[attr-defined]


def test_what_is_missing_and_why_are_told_apart(counter: Counter) -> None:
    opened = open_it(counter, may=("request_supplement",))
    opened.acts.choose("request_supplement")
    opened.acts.write_needs("Bản dịch\n\n  Chữ   ký ")
    opened.acts.write_reason("Bản dịch bị mờ")
    opened.acts.do()
    (command,) = counter.link.sent
    assert isinstance(command, commands.RequestSupplement)
    assert (command.needs, command.reason) == (("Bản dịch", "Chữ ký"), "Bản dịch bị mờ")


def test_what_is_missing_may_speak_for_itself(counter: Counter) -> None:
    opened = open_it(counter, may=("request_supplement",))
    opened.acts.choose("request_supplement")
    opened.acts.write_needs("Bản dịch\nChữ ký")
    opened.acts.do()
    (command,) = counter.link.sent
    assert isinstance(command, commands.RequestSupplement)
    assert (command.needs, command.reason) == ((), "Bản dịch\nChữ ký")


def test_withdrawing_asks_once_more(counter: Counter) -> None:
    opened = open_it(counter)
    opened.acts.choose("withdraw")
    assert counter.link.sent == []
    opened.acts.cancel()
    opened.acts.choose("withdraw")
    opened.acts.do()
    assert [type(one) for one in counter.link.sent] == [commands.WithdrawDossier]


def test_forwarding_offers_the_departments_its_own_first(counter: Counter) -> None:
    opened = open_it(counter)
    opened.acts.choose("forward")
    assert len(opened.acts.departments) == 3
    opened.acts.choose_department("d2")
    opened.acts.do()
    (command,) = counter.link.sent
    assert command.department == "d2"  # type: ignore[attr-defined]


def test_a_new_date_needs_a_reason_and_a_time(counter: Counter) -> None:
    opened = open_it(counter)
    opened.acts.choose("reappoint")
    opened.acts.write_reason("Chờ xác minh")
    assert not opened.acts.may_do
    opened.acts.write_date("tomorrow")
    assert opened.acts.date_is_wrong
    opened.acts.write_date("16:30 7/12")
    opened.acts.do()
    (command,) = counter.link.sent
    assert command.due_at == NINE_O_CLOCK + 17 * 1440 * MINUTE + 450 * MINUTE  # type: ignore[attr-defined]


def test_a_refused_act_is_told_and_what_was_typed_stays(counter: Counter) -> None:
    opened = open_it(counter)
    opened.acts.choose("reappoint")
    opened.acts.write_reason("Chờ xác minh")
    opened.acts.write_date("16:30 22/11")
    opened.acts.do()
    counter.link.refuse(Refusal.DUE_ON_A_DAY_OFF, due_at=1, holiday="")
    assert "ngày nghỉ" in opened.message.replace("\xa0", " ")
    assert opened.acts.reason == "Chờ xác minh"


def test_an_act_that_is_no_longer_allowed_is_put_away(counter: Counter) -> None:
    opened = open_it(counter)
    opened.acts.choose("refuse")
    opened.acts.write_reason("x")
    counter.link.become("offline")
    counter.link.become("online")
    counter.link.say(200, found("finished", ("return",)))
    assert opened.acts.chosen == ""


def test_what_others_do_to_it_is_shown(counter: Counter, qtbot: QtBot) -> None:
    opened = open_it(counter)
    before = len(counter.link.requests)
    counter.link.show(counter_view(journal_number=7, dossiers_due=due()))
    qtbot.waitUntil(lambda: len(counter.link.requests) == before + 1, timeout=4000)
    counter.link.say(200, found("finished", ("return",)))
    assert opened.face["state"] == counter.panel.preferences.say("state_finished")


def test_a_receipt_is_printed_once_more(counter: Counter) -> None:
    opened = open_it(counter)
    assert opened.slip.may_print
    opened.print_receipt()
    (command,) = counter.link.sent
    assert isinstance(command, commands.PrintSlip)
    counter.slips.show(slips(printer=""))
    assert not opened.slip.may_print


def test_going_back_forgets_whose_it_was(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    counter.desk.go("")
    counter.link.say(200, {"applicant": APPLICANT})
    assert opened.state == "empty"
    assert not any(opened.whose.form.values.values())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("state", DossierState)
def test_every_state_and_step_has_words(counter: Counter, state: str, language: str) -> None:
    counter.panel.preferences.choose_language(language)
    opened = open_it(counter, str(state), may=tuple(DossierStep), long=True)
    assert opened.face["state"]
    assert all(one["words"] for one in opened.face["steps"])
    assert all(one["name"] for one in opened.acts.lines)
    for step in DossierStep:
        assert counter.panel.preferences.say(f"step_{step}")


def test_the_due_list_opens_a_dossier(counter: Counter) -> None:
    counter.desk.go("due")
    assert counter.desk.due.hurried == 2
    assert [one["tone"] for one in counter.desk.due.lines] == ["bad", "warn", "soft"]
    assert len(counter.desk.due.ready) == 3
    counter.desk.open(counter.desk.due.lines[0]["dossier"])
    assert counter.desk.page == "dossier"


def test_whoever_comes_with_a_receipt_is_called_with_the_dossier(counter: Counter) -> None:
    called = replace(current("T004"), dossier=CODE)
    counter.link.show(counter_view(journal_number=2, current=called))
    assert counter.desk.page == "dossier"
    assert counter.link.requests[-1][1].endswith(CODE)
    requests = len(counter.link.requests)
    counter.link.say(200, found("finished", ("return",)))
    counter.desk.go("")
    counter.link.show(counter_view(journal_number=3, current=called))
    assert counter.desk.page == "", "it opens itself once"
    assert len(counter.link.requests) == requests


def test_a_draft_is_not_covered_by_a_dossier_that_opens_itself(counter: Counter) -> None:
    counter.begin()
    called = replace(current("T004"), dossier=CODE)
    counter.link.show(counter_view(journal_number=2, current=called))
    assert counter.desk.page == "reception"
