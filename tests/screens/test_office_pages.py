"""Behind the counter at the panel, without a line of drawing: runs, fees, results brought home."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_display import open_panel
from counter_display.desk.money import amount_in, dong
from counter_display.desk.office.dossier_delivery import STEPS
from hallctl.core import commands as c
from hallctl.core.hall.delivery_book import DeliveryState
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view
from tests.screens.desk_samples import APPLICANT, CODE, found, slips
from tests.screens.office_samples import (
    ALARM,
    OFFICE,
    RUN,
    VIET_QR,
    day_fees,
    deliveries,
    fees,
    rows,
    runs,
    slip,
    ticket,
)
from tests.screens.test_counter_layout import DESK
from tests.screens.test_reception import PDF, Counter
from tests.screens.touching import settle

pytestmark = pytest.mark.screens


@pytest.fixture
def counter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Counter:
    monkeypatch.setattr("hallctl.station.link.press.SETTLE_S", 0.0)
    return Counter(counter_view(office=OFFICE))


def at_runs(counter: Counter, **more: Any) -> Any:
    counter.desk.go("runs")
    counter.link.say(200, runs(**more))
    counter.link.say(200, rows())
    return counter.desk.runs


def say(counter: Counter, key: str, **values: object) -> str:
    return str(counter.panel.preferences.say(key, **values))


def test_a_hall_is_offered_the_pages_it_has_use_for(counter: Counter) -> None:
    assert counter.desk.links == ["runs", "fees", "deliveries"]
    counter.link.show(counter_view(journal_number=2, office=ALARM))
    assert counter.desk.missing == 3
    counter.link.show(counter_view(journal_number=3))
    assert counter.desk.links == []


def test_the_timetable_shows_which_trip_is_open_and_its_rows(counter: Counter) -> None:
    page = at_runs(counter)
    assert page.chosen == RUN
    assert [one["words"] for one in page.trips[:2]] == [
        say(counter, "trip_planned"),
        say(counter, "trip_open", arrived=4, scanned=6),
    ]
    assert len(page.trips) == 8
    assert len(page.rows) == 6
    assert [one["department"] for one in page.manifests] == ["d0", "d1"]


def test_the_next_trip_is_opened_and_looked_at(counter: Counter) -> None:
    page = at_runs(counter)
    page.open_next()
    assert [type(one) for one in counter.link.sent] == [c.OpenRun]
    counter.link.refuse(Refusal.UNKNOWN_TRIP, trip=9, trips=8)
    assert page.tone == "warn"


def test_what_a_scanner_reads_goes_out_with_the_run_and_the_tape_says_so(counter: Counter) -> None:
    at_runs(counter)
    counter.desk.scan(f" {CODE.lower()} ")
    assert counter.desk.page == "runs"
    (command,) = counter.link.sent
    assert isinstance(command, c.ScanOut)
    assert (command.dossier, command.run) == (CODE.lower(), RUN)
    counter.link.grant()
    (line,) = counter.desk.runs.scans.tape
    assert (line["code"], line["tone"]) == (CODE, "good")
    assert counter.link.requests[-2][1] == "/api/views/runs", "the sums are asked for again"


def test_scans_faster_than_the_hall_wait_their_turn_and_none_is_lost(counter: Counter) -> None:
    at_runs(counter)
    codes = [f"H15.50-261120-{n:04}" for n in range(3)]
    for one in codes:
        counter.desk.scan(one)
    scans = counter.desk.runs.scans
    assert (len(counter.link.sent), scans.waiting) == (1, 3)
    counter.link.grant()
    counter.link.refuse(Refusal.ON_ANOTHER_RUN, dossier=codes[1], run="2026-11-20-1")
    counter.link.grant()
    assert [one.dossier for one in counter.link.sent] == codes  # type: ignore[attr-defined]
    assert [one["tone"] for one in scans.tape] == ["good", "bad", "good"]
    assert scans.waiting == 0


def test_the_address_in_a_receipt_s_qr_code_is_scanned_too(counter: Counter) -> None:
    at_runs(counter)
    counter.desk.scan("http://192.168.1.10:8080/d/H15-x")
    assert counter.link.sent == []
    counter.link.say(200, found())
    (command,) = counter.link.sent
    assert command.dossier == CODE  # type: ignore[attr-defined]
    counter.link.lose()
    assert counter.desk.runs.scans.tape[0]["tone"] == "bad"


@pytest.mark.parametrize(
    ("place", "mode", "kind", "fields"),
    [
        ("", "in", c.ScanIn, {"with_result": False, "department": None}),
        ("", "result", c.ScanIn, {"with_result": True, "department": None}),
        ("d1", "arrived", c.ScanIn, {"with_result": False, "department": "d1"}),
        ("d1", "back", c.ScanOut, {"direction": "back", "department": "d1", "run": RUN}),
    ],
)
def test_what_is_scanned_for_depends_on_where_and_what_was_chosen(
    counter: Counter, place: str, mode: str, kind: type, fields: dict[str, object]
) -> None:
    page = at_runs(counter)
    page.scans.choose_place(place)
    page.scans.choose_mode(mode)
    assert [one["is_chosen"] for one in page.departments].count(True) == 1
    counter.desk.scan(CODE)
    (command,) = counter.link.sent
    assert type(command) is kind
    assert {name: getattr(command, name) for name in fields} == fields


def test_a_run_with_something_on_its_way_is_closed_by_a_second_press(counter: Counter) -> None:
    page = at_runs(counter)
    page.close_run()
    assert counter.link.sent == []
    assert "2" in page.closing
    page.cancel()
    assert page.closing == ""
    page.close_run()
    page.close_run()
    (command,) = counter.link.sent
    assert isinstance(command, c.CloseRun)
    assert command.run == RUN


def test_what_is_missing_is_listed_and_opens(counter: Counter) -> None:
    page = at_runs(counter, missing=3)
    assert page.missing_total == 3
    assert [one["tone"] for one in page.missing] == ["bad"] * 3
    counter.desk.open(page.missing[0]["dossier"])
    assert counter.desk.page == "dossier"


def test_a_manifest_comes_as_a_slip_and_as_a_pdf(counter: Counter) -> None:
    page = at_runs(counter)
    page.print_manifest("d1")
    (command,) = counter.link.sent
    assert isinstance(command, c.PrintManifest)
    assert (command.run, command.department) == (RUN, "d1")
    page.paper("save", "d1")
    path = counter.link.requests[-1][1]
    assert path == f"/api/runs/{RUN}/manifest.pdf?department=d1&lang=vi"
    counter.link.say(200, PDF)
    assert counter.papers.handed == [("save", f"manifest-{RUN}-d1", PDF)]


def test_a_hall_out_of_reach_is_told_and_asked_again_when_it_is_back(counter: Counter) -> None:
    counter.desk.go("runs")
    counter.link.say(0)
    assert counter.desk.runs.state == "lost"
    counter.link.become("online")
    assert counter.link.requests[-1][1] == "/api/views/runs"


def test_the_day_s_money_is_shown_by_whatever_is_asked_and_on_other_days(counter: Counter) -> None:
    counter.desk.go("fees")
    counter.link.say(200, day_fees())
    page = counter.desk.day_fees
    assert page.day == "20/11/2026"
    assert page.lines[0]["name"] == "Quầy 3"
    page.choose("method")
    assert page.lines[0]["name"] == say(counter, "method_cash")
    assert page.total["balance"].replace("\xa0", " ") == "125.104.000 đ"
    assert len(page.payments) == 3
    page.turn(-1)
    assert counter.link.requests[-1][1] == "/api/fees?day=2026-11-19"
    page.paper("print")
    assert counter.link.requests[-1][1] == "/api/fees.pdf?day=2026-11-20&lang=vi"


def test_every_fee_is_asked_for_only_when_it_is_looked_at(counter: Counter) -> None:
    opened = open_it(counter)
    asked = len(counter.link.requests)
    opened.fees.show()
    assert counter.link.requests[asked][1] == f"/api/dossiers/{CODE}/fees"
    counter.link.say(200, fees())
    assert [one["tone"] for one in opened.fees.lines] == ["warn", "soft"]
    assert "1.120.000" in opened.fees.due


def test_money_is_taken_and_the_fees_are_looked_at_again(counter: Counter) -> None:
    opened = open_it(counter)
    opened.fees.show()
    counter.link.say(200, fees())
    opened.fees.take("transfer")
    (command,) = counter.link.sent
    assert isinstance(command, c.PayFees)
    assert (command.dossier, command.method) == (CODE, "transfer")
    counter.link.grant()
    counter.link.say(200, found())
    counter.link.say(200, fees(paid=True))
    assert opened.fees.due == ""
    opened.fees.take("cash")
    assert len(counter.link.sent) == 1, "nothing is due"


def test_the_code_that_pays_is_shown_and_put_away(counter: Counter) -> None:
    opened = open_it(counter)
    opened.fees.show()
    counter.link.say(200, fees())
    opened.fees.show_code()
    assert counter.link.requests[-1][1] == f"/api/dossiers/{CODE}/fees/slip?lang=vi"
    counter.link.say(200, slip())
    assert opened.fees.code == VIET_QR
    opened.fees.begin("")
    assert opened.fees.code == ""


def test_a_hall_without_an_account_says_that_there_is_no_code(counter: Counter) -> None:
    opened = open_it(counter)
    opened.fees.show()
    counter.link.say(200, fees())
    opened.fees.show_code()
    counter.link.say(422, {"malformed": "the hall's settings have no account for fees"})
    assert (opened.fees.code, opened.tone) == ("", "warn")
    assert opened.message == say(counter, "refused_no_account")


@pytest.mark.parametrize(
    ("form", "texts", "expected"),
    [
        ("other", {"name": " Bản  sao ", "amount": "16.000"}, c.ChargeFee),
        ("correct", {"amount": "12000 đ", "reason": "hai bản"}, c.CorrectFee),
        ("cancel", {"reason": "được miễn"}, c.CancelFee),
    ],
)
def test_a_fee_is_typed_corrected_or_cancelled(
    counter: Counter, form: str, texts: dict[str, str], expected: type
) -> None:
    opened = open_it(counter)
    opened.fees.show()
    counter.link.say(200, fees())
    opened.fees.choose(1)
    opened.fees.begin(form)
    opened.fees.do()
    assert counter.link.sent == [], "nothing is sent while something is missing"
    for field, text in texts.items():
        opened.fees.write(field, text)
    opened.fees.do()
    (command,) = counter.link.sent
    assert type(command) is expected
    assert command.dossier == CODE  # type: ignore[attr-defined]
    if expected is c.ChargeFee:
        assert (command.name, command.amount) == ("Bản sao", 16_000)  # type: ignore[attr-defined]
    else:
        assert command.fee == 1  # type: ignore[attr-defined]


def test_the_catalogue_s_fee_is_charged_and_a_slip_printed(counter: Counter) -> None:
    opened = open_it(counter)
    opened.fees.charge()
    counter.link.grant()
    settle()
    opened.fees.print_slip()
    charge, order = counter.link.sent
    assert isinstance(charge, c.ChargeFee)
    assert charge.amount is None
    assert isinstance(order, c.PrintSlip)
    assert order.kind == "fee"


def test_what_leads_on_is_offered_for_every_state_of_a_delivery(counter: Counter) -> None:
    assert set(STEPS) == {"", *(one.value for one in DeliveryState)}
    for language in ("vi", "en"):
        counter.panel.preferences.choose_language(language)
        for state in STEPS:
            opened = open_it(counter, delivery=state)
            assert opened.delivery.words
            assert [one["step"] for one in opened.delivery.lines] == list(STEPS[state])


def test_a_delivery_is_asked_for_at_once_and_called_off_with_a_reason(counter: Counter) -> None:
    opened = open_it(counter)
    opened.delivery.choose("ask")
    counter.link.grant()
    settle()
    counter.link.say(200, with_delivery("asked"))
    opened.delivery.choose("call_off")
    opened.delivery.do()
    opened.delivery.write_reason("  đến  nhận tại quầy ")
    opened.delivery.do()
    ask, off = counter.link.sent
    assert isinstance(ask, c.AskDelivery)
    assert isinstance(off, c.CallOffDelivery)
    assert off.reason == "đến nhận tại quầy"


def test_ticked_results_leave_together_and_the_sheet_is_there(counter: Counter) -> None:
    counter.desk.go("deliveries")
    counter.link.say(200, deliveries())
    page = counter.desk.deliveries
    page.toggle("H15.50.05.13-261117-0001")
    page.hand_over()
    (command,) = counter.link.sent
    assert isinstance(command, c.HandToCarrier)
    assert command.carrier == "VNPost"
    assert command.dossiers == ("H15.50.05.13-261117-0000", "H15.50.05.13-261117-0002")
    page.paper("open", "2026-11-20-P1")
    assert counter.link.requests[-1][1] == "/api/deliveries/2026-11-20-P1/sheet.pdf?lang=vi"


def test_a_scan_ticks_what_is_ready_chooses_what_is_under_way_and_opens_others(
    counter: Counter,
) -> None:
    counter.desk.go("deliveries")
    counter.link.say(200, deliveries())
    page = counter.desk.deliveries
    page.toggle("H15.50.05.13-261117-0001")
    counter.desk.scan("h15.50.05.13-261117-0001")
    assert all(one["is_there"] for one in page.ready)
    counter.desk.scan("H15.50.05.13-261118-0002")
    assert page.chosen == "H15.50.05.13-261118-0002"
    assert counter.desk.page == "deliveries"
    counter.desk.scan(CODE)
    assert counter.desk.page == "dossier"


@pytest.mark.parametrize(
    ("ends", "kind"), [("delivered", c.ConfirmDelivered), ("", c.NoteCameBack)]
)
def test_what_is_under_way_is_settled_one_by_one(counter: Counter, ends: str, kind: type) -> None:
    counter.desk.go("deliveries")
    counter.link.say(200, deliveries())
    page = counter.desk.deliveries
    page.choose("H15.50.05.13-261118-0000")
    if ends:
        page.delivered()
    else:
        page.came_back()
        assert counter.link.sent == [], "without a reason it is not noted"
        page.write_reason("vắng nhà")
        page.came_back()
    assert [type(one) for one in counter.link.sent] == [kind]


def test_what_else_a_person_handed_in_is_looked_for_when_asked(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    counter.link.say(200, {"applicant": APPLICANT})
    assert opened.whose.may_find
    opened.whose.find_others()
    method, path, body = counter.link.requests[-1]
    assert (method, path) == ("POST", "/api/applicants/search")
    assert body == b'{"identity":"001190000123"}'
    lines = [
        {"dossier": one, "procedure_name": {"vi": "Khai sinh", "en": "Birth"}, "state": "finished",
         "due_at": 0}
        for one in (CODE, "H15.50-261101-0001")
    ]  # fmt: skip
    counter.link.say(200, {"dossiers": lines})
    assert [one["dossier"] for one in opened.whose.others.lines] == ["H15.50-261101-0001"]
    opened.whose.hide()
    assert opened.whose.others.lines == []


def test_another_dossier_forgets_what_was_found_of_the_first(counter: Counter) -> None:
    opened = open_it(counter)
    opened.whose.show()
    counter.link.say(200, {"applicant": APPLICANT})
    opened.whose.find_others()
    counter.desk.go("")
    counter.link.say(200, {"dossiers": []})
    assert opened.whose.others.state == ""


def test_a_machine_with_several_printers_lets_one_be_chosen(counter: Counter) -> None:
    forms = counter.desk.opened.forms
    assert forms.printer == "", "there is nothing to choose"
    counter.papers.names = ("HP", "Canon")
    assert forms.printer == "HP"
    forms.next_printer()
    assert (forms.printer, counter.papers.printer) == ("Canon", "Canon")
    forms.next_printer()
    assert counter.papers.printer == "HP"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("12000", 12_000), ("1.120.000 đ", 1_120_000), ("0", None), ("12,5", None), ("x", None)],
)
def test_amounts_are_read_as_they_are_written(typed: str, amount: int | None) -> None:
    assert amount_in(typed) == amount
    if amount is not None:
        assert amount_in(dong(amount)) == amount


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_F10, "runs"), (Qt.Key.Key_F11, "fees"), (Qt.Key.Key_F12, "deliveries")],
)
def test_shift_and_a_key_open_a_page_and_escape_leads_back(
    qtbot: QtBot, key: Qt.Key, page: str
) -> None:
    link = FakeLink(counter_view(office=OFFICE))
    screen = open_panel(link, DESK, slips=FakeLink(slips()))
    settle()
    QTest.keyClick(screen.window, key, Qt.KeyboardModifier.ShiftModifier)
    settle()
    desk: Any = screen.view_model.desk  # type: ignore[attr-defined]
    assert desk.page == page
    QTest.keyClick(screen.window, Qt.Key.Key_Escape)
    settle()
    assert desk.page == ""
    screen.close()
    settle()


def open_it(counter: Counter, delivery: str = "") -> Any:
    counter.desk.open(CODE)
    counter.link.say(200, with_delivery(delivery))
    return counter.desk.opened


def with_delivery(delivery: str) -> Any:
    document = found()
    document["desk"] |= {"delivery": delivery, "carrier": "VNPost", "batch": "2026-11-20-P1"}
    return document


QR = "http://192.168.1.10:8080/t/2026-11-20-A017-k3v7qm2xw5t4zb6n"


def test_a_ticket_s_qr_code_opens_the_dossier_of_its_visit(counter: Counter) -> None:
    counter.desk.scan(QR)
    assert counter.link.requests[-1][1].startswith("/api/tickets/http")
    counter.link.say(200, {"ticket": ticket("finished"), "dossiers": [CODE]})
    assert counter.desk.page == "dossier"
    assert counter.link.requests[-1][1].endswith(CODE)


def test_without_a_dossier_the_ticket_is_shown_and_may_be_called(counter: Counter) -> None:
    counter.desk.scan(QR)
    counter.link.say(200, {"ticket": ticket(), "dossiers": []})
    sheet = counter.panel.floor.sheet
    assert sheet.title == "A017"
    assert "3" in sheet.hint
    sheet.enter()
    (command,) = counter.link.sent
    assert isinstance(command, c.CallTicket)
    assert command.ticket == "2026-11-20-A017"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("state", TicketState)
def test_every_state_of_a_scanned_ticket_has_words(
    counter: Counter, state: str, language: str
) -> None:
    counter.panel.preferences.choose_language(language)
    counter.desk.scan(QR)
    counter.link.say(200, {"ticket": ticket(str(state)), "dossiers": []})
    sheet = counter.panel.floor.sheet
    assert sheet.hint
    assert bool(sheet.options) == (state in {"waiting", "missed"})


def test_a_ticket_of_another_day_is_told(counter: Counter) -> None:
    counter.desk.scan(QR)
    counter.link.say(404, {"refused": "unknown_ticket", "details": {"ticket": ""}})
    assert counter.panel.notice.text
    assert not counter.panel.floor.sheet.is_open
