"""What somebody outside tries on the hall's newer doors: nothing breaks, nothing opens, nobody stops it."""

import logging
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.hall_clients import Reply, wish
from tests.signing.conftest import one_day, sign_now
from tests.web.hall_at_work import HallAtWork, granted


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """A hall with a signed day, open again."""
    hall = HallAtWork(tmp_path_factory.mktemp("outside") / "hall")
    one_day(hall)
    sign_now(hall)
    granted(hall.wire().ask(wish("OpenDay")))  # its counter is open again, as it was
    yield hall
    hall.close()


def told(hall: HallAtWork, epoch: str, authorization: str) -> Reply:
    wire = hall.wire_with("")
    wire.head(f"Authorization: {authorization}\r\nHall-Epoch: {epoch}\r\n".encode())
    return wire.get("/api/health")


def is_well(hall: HallAtWork) -> bool:
    return bool(hall.wire().get("/api/health").json["status"] == "ok")


def test_a_citizen_cannot_stop_the_hall_by_telling_of_a_later_epoch(hall: HallAtWork) -> None:
    ticket = str(granted(hall.wire().ask(wish("IssueTicket", service="civil-status")))["ticket"])
    link = hall.assembly.house.addresses.links.link(ticket)
    assert told(hall, "1795132800", f"Ticket {link}").status == 200
    assert is_well(hall)


@pytest.mark.parametrize("epoch", ["9" * 5000, "9" * 13, "\u0663", "-1", "1e9", "x", ""])
@pytest.mark.parametrize("authorization", ["", "Bearer nope", "Ticket nope", "Basic eDp5"])
def test_whatever_is_claimed_of_epochs_breaks_nothing(
    hall: HallAtWork, epoch: str, authorization: str, caplog: pytest.LogCaptureFixture
) -> None:
    if not epoch.isascii():
        epoch = epoch.encode().decode("latin-1")
    assert told(hall, epoch, authorization).status in {200, 400, 401}
    assert is_well(hall)
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


NUMBERS = '{"business_day": "%s", "up_to": {"A": %s}}'


def numbers_told(hall: HallAtWork, told: str, authorization: str) -> str:
    """What the next number is after somebody has told of higher ones."""
    wire = hall.wire_with("")
    wire.head(f"Authorization: {authorization}\r\nHall-Numbers: {told}\r\n".encode())
    assert wire.get("/api/health").status in {200, 400, 401}
    issued = granted(hall.wire().ask(wish("IssueTicket", service="civil-status")))
    return str(issued["number"])


def test_only_a_station_s_word_lifts_the_numbers(hall: HallAtWork) -> None:
    first = granted(hall.wire().ask(wish("IssueTicket", service="civil-status")))
    ticket, serial = str(first["ticket"]), int(str(first["number"])[1:])
    link = hall.assembly.house.addresses.links.link(ticket)
    high = NUMBERS % (ticket[:10], serial + 90)
    strangers = ("", "Bearer nope", f"Ticket {link}", f"Bearer {hall.token()}")
    for place, authorization in enumerate(strangers, start=1):
        assert numbers_told(hall, high, authorization) == f"A{serial + place:03d}"
    assert numbers_told(hall, high, f"Bearer {hall.token('pad-1')}") == f"A{serial + 91:03d}"


@pytest.mark.parametrize(
    "told",
    [
        "x",
        "[]",
        "{}",
        NUMBERS % ("2026-02-31", 5),
        NUMBERS % ("9999-12-31", 5),
        NUMBERS % ("2026-11-23", 100_000),
        NUMBERS % ("2026-11-23", '"5"'),
        '{"business_day": "2026-11-23", "up_to": {"": 5}}',
        "[" * 3000,
    ],
)
def test_whatever_is_claimed_of_numbers_breaks_nothing(
    hall: HallAtWork, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = granted(hall.wire().ask(wish("IssueTicket", service="civil-status")))
    number = numbers_told(hall, told, f"Bearer {hall.token('pad-1')}")
    assert int(number[1:]) == int(str(before["number"])[1:]) + 1
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


PATHS = (
    "/days/..%2f..%2fhall.db", "/days/2026-11-23%00", f"/days/{'9' * 5000}", "/days/%F0%9F%98%80",
    "/days/0001-01-01", "/open-data/days/x/y.json", "/open-data/days/x.json",
    "/open-data/days/2026-11-23/..%2f..%2fhall.db.json", "/open-data/keys.json%00",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_signed_days(hall: HallAtWork, path: str) -> None:
    assert hall.wire_with("").get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/api/standby/store?path=../../etc/passwd",
        "/api/standby/store?path=/etc/passwd",
        "/api/standby/store?path=secrets%2f..%2fhall.db",
        "/api/standby/store?path=run/lock",
        "/api/standby/store?path=hall.db",
        "/api/standby/store",
    ],
)
def test_no_path_leads_out_of_the_stores(hall: HallAtWork, path: str) -> None:
    assert hall.wire().get(path).status == 404
    assert hall.wire("kiosk-1").get(path).status == 403
    assert hall.wire_with("").get(path).status == 401


@pytest.mark.parametrize("after", ["abc", "-1", "9" * 30, "1.5"])
def test_a_standby_that_asks_nonsense_is_told_so(hall: HallAtWork, after: str) -> None:
    assert hall.wire().get(f"/api/standby/journal?after={after}").status == 422


@pytest.mark.parametrize("station", ["kiosk-1", "counter-1", "board-1"])
def test_no_station_makes_the_hall_forget(hall: HallAtWork, station: str) -> None:
    assert hall.wire(station).request("POST", "/api/retention", {}).status == 403
    assert hall.wire_with("").request("POST", "/api/retention", {}).status == 401


def test_the_page_of_a_day_says_the_hall_s_own_address(hall: HallAtWork) -> None:
    day = hall.wire().get("/api/views/board").json["sealed_day"]
    connection = HTTPConnection("127.0.0.1", hall.port, timeout=20)
    connection.request("GET", f"/days/{day}", headers={"Host": "evil.example"})
    page = connection.getresponse()
    assert page.status == 200
    assert f"{hall.assembly.house.addresses.public_url}/open-data/".encode() in (
        body := page.read()
    )
    assert b"curl -O http://evil.example" not in body
    connection.close()


def test_no_token_changes_the_inspector_s_inbox(hall: HallAtWork) -> None:
    for kind, more in {
        "FileComplaint": {"about": "other", "digest": "0" * 64},
        "AnswerComplaint": {"complaint": "PA-1", "finding": "right", "digest": "0" * 64},
        "RefuseComplaint": {"complaint": "PA-1", "reason": "x"},
        "PublishAnswer": {"complaint": "PA-1"},
    }.items():
        refused = hall.wire().ask(wish(kind, **more))
        assert refused.json["refused"] == "not_allowed", kind
