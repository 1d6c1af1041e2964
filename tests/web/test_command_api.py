"""``POST /api/commands``: every kind of answer, over a real socket."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hall_clients import Wire, wish
from tests.web.hall_at_work import HallAtWork, granted


def test_a_granted_command_is_answered_with_its_events(hall: HallAtWork) -> None:
    admin = hall.open()
    reply = admin.ask(wish("IssueTicket", service="land", priority="elderly", language="en"))
    assert reply.status == 200
    (event,) = reply.json["events"]
    assert (event["type"], event["number"], event["group"]) == ("TicketIssued", "C001", "elderly")
    assert reply.json["journal_number"] == 2


def test_the_same_id_again_gets_the_same_bytes_and_does_nothing(hall: HallAtWork) -> None:
    admin = hall.open("1")
    for command in (wish("IssueTicket", service="land"), wish("Recall", counter="1")):
        first = admin.ask(command)
        assert hall.wire().ask(command) == first
    assert admin.get("/api/health").json["journal_number"] == 3


def test_a_refusal_says_why_in_a_code_and_details(quiet_hall: HallAtWork) -> None:
    reply = quiet_hall.wire().ask(wish("CallNext", counter="1"))
    assert (reply.status, reply.json) == (
        409,
        {"refused": "nobody_waiting", "details": {"counter": "1"}},
    )


def test_another_command_under_the_same_id_is_refused(quiet_hall: HallAtWork) -> None:
    admin = quiet_hall.wire()
    command = wish("Recall", counter="1")
    admin.ask(command)
    reply = admin.ask(command | {"counter": "2"})
    assert (reply.status, reply.json["refused"]) == (409, "id_reused")


@pytest.mark.parametrize("token", ["", "nonsense", "\xff\xfe", "Bearer"])
def test_an_unknown_token_is_turned_away(quiet_hall: HallAtWork, token: str) -> None:
    wire = quiet_hall.wire_with("")
    wire.head(f"Authorization: Bearer {token}\r\n".encode("latin-1"))
    reply = wire.ask(wish("OpenDay"))
    assert (reply.status, reply.json) == (401, {"refused": "unknown_token", "details": {}})


def test_no_token_at_all_is_turned_away(quiet_hall: HallAtWork) -> None:
    wire = quiet_hall.wire_with("")
    assert wire.ask(wish("OpenDay")).status == 401
    wire.head(b"Authorization: Basic YWRtaW46YWRtaW4=\r\n")
    assert wire.ask(wish("OpenDay")).status == 401


def test_a_station_may_ask_only_what_its_role_may(hall: HallAtWork) -> None:
    hall.open("1")
    reply = hall.wire("board-1").ask(wish("IssueTicket", service="land"))
    assert (reply.status, reply.json["refused"]) == (409, "not_allowed")
    assert (
        granted(hall.wire("kiosk-1").ask(wish("IssueTicket", service="land")))["number"] == "C001"
    )
    assert granted(hall.wire("counter-2").ask(wish("OpenCounter", counter="2", official="Lan")))


ID = '"id":"3007dedd-9e36-4383-ad08-118bb1d1ca44"'


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", "body"),
        (b"hello", "body"),
        (b"[]", "body"),
        (b"\xff\xfe", "body"),
        (b'{"id":"x","type":"OpenDay"}', "id"),
        (b'{"type":"OpenDay"}', "id"),
        (f"{{{ID}}}".encode(), "type"),
        (f'{{{ID},"type":"Fly"}}'.encode(), "type"),
        (f'{{{ID},"type":"IssueTicket"}}'.encode(), "service"),
        (f'{{{ID},"type":"IssueTicket","service":""}}'.encode(), "service"),
        (f'{{{ID},"type":"IssueTicket","service":7}}'.encode(), "service"),
        (f'{{{ID},"type":"IssueTicket","service":"{"x" * 81}"}}'.encode(), "service"),
        (f'{{{ID},"type":"IssueTicket","service":"land","shoe_size":42}}'.encode(), "shoe_size"),
        (f'{{{ID},"type":"IssueTicket","service":"land","priority":3}}'.encode(), "priority"),
        (f'{{{ID},"type":"OpenCounter","counter":"1"}}'.encode(), "official"),
        (
            f'{{{ID},"type":"OpenCounter","counter":"1","official":"x","services":["a",""]}}'.encode(),
            "services[1]",
        ),
        (
            f'{{{ID},"type":"RateVisit","visit":"x","result":6,"attitude":1}}'.encode(),
            "result",
        ),
        (f'{{{ID},"type":"CallNext","counter":"\\ud800"}}'.encode(), "body"),
        (f'{{{ID},"type":"CallNext","counter":"'.encode() + b'\xc3"}', "body"),
        (b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b',"type":"OpenDay"}', "body"),
    ],
)
def test_a_malformed_command_names_its_field(
    quiet_hall: HallAtWork, body: bytes, field: str
) -> None:
    wire = quiet_hall.wire()
    wire.send_body(body)
    reply = wire.reply()
    assert reply.status == 422, reply
    assert reply.json["field"] == field
    assert reply.json["malformed"]


def test_a_body_longer_than_any_command_is_not_read(quiet_hall: HallAtWork) -> None:
    wire = quiet_hall.wire()
    wire.send_body(b" " * 70_000)
    reply = wire.reply()
    assert reply.status == 413
    assert reply.json["refused"]


@pytest.mark.parametrize(
    ("path", "status", "refused"),
    [
        ("/api/commands", 405, "method_not_allowed"),
        ("/api/nothing", 404, "not_found"),
        ("/api/views/kitchen", 404, "not_found"),
        ("/api/views/counter?counter=77", 404, "not_found"),
        ("/api/views/ticket?ticket=2026-11-23-A001-aaaaaaaaaaaaaaaa", 404, "not_found"),
    ],
)
def test_what_is_not_there_is_said_in_json(
    quiet_hall: HallAtWork, path: str, status: int, refused: str
) -> None:
    reply = quiet_hall.wire().get(path)
    assert (reply.status, reply.json["refused"]) == (status, refused)


def test_health_tells_how_far_the_hall_is(hall: HallAtWork) -> None:
    wire = hall.wire_with("")
    before = wire.get("/api/health").json
    assert (before["status"], before["journal_number"], before["business_day"]) == ("ok", 0, None)
    hall.open("1")
    after = wire.get("/api/health").json
    assert (after["journal_number"], after["stations"]) == (2, 0)
    assert after["business_day"]


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=9),
            lambda inner: st.dictionaries(st.text(max_size=9), inner, max_size=3),
            max_leaves=5,
        ).map(lambda value: str(value).replace("'", '"').encode("utf-8", "surrogatepass")),
        st.fixed_dictionaries(
            {
                "id": st.uuids().map(str),
                "type": st.sampled_from(["Requeue", "CallNext", "RateVisit"]),
            },
            optional={
                "ticket": st.text(max_size=90),
                "counter": st.text(max_size=90),
                "visit": st.text(max_size=90) | st.integers(),
                "result": st.integers(),
                "attitude": st.integers(1, 5),
            },
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_no_bytes_whatever_upset_the_hall(quiet_wire: Wire, body: bytes) -> None:
    quiet_wire.send_body(body)
    assert quiet_wire.reply().status in {409, 422}


@pytest.fixture(scope="module")
def quiet_wire(quiet_hall: HallAtWork) -> Wire:
    """A connection that outlives every example."""
    return quiet_hall.wire()
