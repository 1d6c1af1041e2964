"""``GET /api/views/…``: whole documents, the same as what stations hear live."""

from pathlib import Path

import msgspec
import pytest

from hallctl.core.views import BoardView, CounterView, KioskView, PadView, SignView, TicketView
from hallctl.web.known.links import Links
from tests.hall_clients import new_hall, wish
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS

KINDS = {
    "kiosk": KioskView,
    "counter": CounterView,
    "board": BoardView,
    "sign": SignView,
    "pad": PadView,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_view_is_a_whole_document(quiet_hall: HallAtWork, kind: str) -> None:
    reply = quiet_hall.wire("counter-1").get(f"/api/views/{kind}")
    assert reply.status == 200
    view = msgspec.json.decode(reply.body, type=KINDS[kind])
    assert view.journal_number == 2
    assert view.hall.vi == "Trung tâm Phục vụ hành chính công xã"


def test_a_view_shows_what_was_just_answered(hall: HallAtWork) -> None:
    admin = hall.open("2")
    granted(admin.ask(wish("IssueTicket", service="land")))
    called = granted(admin.ask(wish("CallNext", counter="2")))
    board = hall.wire_with("").get("/api/views/board").json
    assert [(one["number"], one["counter"]) for one in board["calls"]] == [("C001", "2")]
    assert board["journal_number"] == 4
    sign = hall.wire_with("").get("/api/views/sign?counter=2").json
    assert sign["current"]["number"] == called["number"]


@pytest.mark.parametrize("kind", ["counter", "sign", "pad"])
def test_a_counters_view_is_of_the_counter_asked_for(quiet_hall: HallAtWork, kind: str) -> None:
    wire = quiet_hall.wire()
    assert wire.get(f"/api/views/{kind}?counter=3").json["counter"] == "3"
    assert wire.get(f"/api/views/{kind}").json["counter"] == "1", "the first when none is named"


def test_print_jobs_come_only_to_the_station_whose_token_asks(hall: HallAtWork) -> None:
    hall.open()
    kiosk = hall.wire("kiosk-1")
    granted(kiosk.ask(wish("IssueTicket", service="land")))
    (job,) = kiosk.get("/api/views/kiosk").json["print_jobs"]
    assert (job["number"], job["station"]) == ("C001", "kiosk-1")
    for other in (hall.wire(), hall.wire("board-1"), hall.wire_with("")):
        assert other.get("/api/views/kiosk").json["print_jobs"] == []
    granted(kiosk.ask(wish("ConfirmPrinted", ticket=job["ticket"])))
    assert kiosk.get("/api/views/kiosk").json["print_jobs"] == []


def test_slips_come_only_to_the_station_whose_token_asks(tmp_path: Path) -> None:
    directory = new_hall(tmp_path / "hall", "commune")
    toml = directory / "hall.toml"
    at_a_counter = 'role = "counter"\n'
    text = toml.read_text("utf-8").replace(at_a_counter, at_a_counter + 'printer = "simulate"\n')
    toml.write_text(text, "utf-8")
    hall = HallAtWork(tmp_path / "hall")
    hall.open("1")
    counter = hall.wire("counter-1")
    granted(counter.ask(wish("ReceiveDossier", procedure=FIVE_DAYS)))
    view = counter.get("/api/views/slips").json
    (job,) = view["jobs"]
    assert (view["station"], view["printer"]) == ("counter-1", "simulate")
    live = hall.listen("view=slips", hall.token("counter-1"))
    assert live.view_where(lambda seen: seen["jobs"])["jobs"] == [job]
    for other in (hall.wire_with(""), hall.wire("counter-2"), hall.wire()):
        assert other.get("/api/views/slips").json["jobs"] == []
    granted(counter.ask(wish("ConfirmSlip", slip=job["slip"])))
    assert counter.get("/api/views/slips").json["jobs"] == []
    assert live.view_where(lambda seen: not seen["jobs"])["jobs"] == []
    hall.close()


def test_print_jobs_come_live_only_to_the_station_whose_token_listens(hall: HallAtWork) -> None:
    hall.open()
    own = hall.listen("view=kiosk", hall.token("kiosk-1"))
    anyone = hall.listen("view=kiosk")
    own.view(), anyone.view()
    granted(hall.wire("kiosk-1").ask(wish("IssueTicket", service="land")))
    assert len(own.view_where(lambda view: view["print_jobs"])["print_jobs"]) == 1
    seen = anyone.view_where(lambda view: view["services"][2]["waiting"] == 1)
    assert seen["print_jobs"] == []


def test_a_token_nobody_gave_sees_nothing(quiet_hall: HallAtWork) -> None:
    assert quiet_hall.wire_with("nonsense").get("/api/views/board").status == 401
    assert quiet_hall.listen("view=board", "nonsense").status == 401


@pytest.mark.parametrize(
    "query", ["view=kitchen", "view=sign&counter=77", "view=ticket&ticket=2026-11-23-A001-aaaa"]
)
def test_nobody_listens_to_what_is_not_there(quiet_hall: HallAtWork, query: str) -> None:
    assert quiet_hall.listen(query).status == 404


def test_a_ticket_is_seen_by_whoever_holds_its_link(hall: HallAtWork) -> None:
    admin = hall.open("2")
    ticket = granted(admin.ask(wish("IssueTicket", service="land")))["ticket"]
    link = Links(hall.directory.link_secret()).link(str(ticket))
    reply = hall.wire_with("").get(f"/api/views/ticket?ticket={link}")
    assert msgspec.json.decode(reply.body, type=TicketView).state == "waiting"
    phone = hall.listen(f"view=ticket&ticket={link}")
    assert phone.view()["number"] == "C001"
    granted(admin.ask(wish("CallNext", counter="2")))
    assert phone.view_where(lambda view: view["state"] == "called")["counter"] == "2"
    assert hall.wire_with("").get(f"/api/views/ticket?ticket={link[:-1]}").status == 404


def test_links_are_signed_with_the_halls_own_secret() -> None:
    ours, theirs = Links(b"ours"), Links(b"theirs")
    link = ours.link("2026-11-23-A001")
    assert ours.ticket(link) == "2026-11-23-A001"
    assert theirs.ticket(link) is None
    assert ours.ticket(link.replace("A001", "A002")) is None
    assert [ours.ticket(odd) for odd in ("", "-", "x", "ệ-ệ", link + "x")] == [None] * 5


def test_no_answer_is_kept_by_a_cache(quiet_hall: HallAtWork) -> None:
    wire = quiet_hall.wire_with("")
    for path in ("/api/views/board", "/api/health", "/api/openapi.json", "/api/views/kitchen"):
        assert b"cache-control: no-store" in wire.head_of(path)
