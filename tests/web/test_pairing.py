"""Stations come in by code, move and are thrown out, over real sockets; guessers are stopped."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.core.permissions import MAY_SEE, PEOPLE, Role, Sight
from hallctl.people.pairing_desk import GOOD_MS, MOST, PairingDesk, PairingFullError
from hallctl.people.record import Kind
from tests.hall_clients import Reply, Wire, wish
from tests.web.hall_at_work import granted
from tests.web.test_signing_in import StaffedHall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path / "hall")
    yield hall
    hall.close()


def ask(hall: StaffedHall, role: str = "kiosk") -> dict[str, Any]:
    reply = hall.wire_with("").request("POST", "/api/pairing", {"role": role})
    assert reply.status == 200, reply
    return reply.json


def admit(by: Wire, code: str, **place: str) -> Reply:
    wanted = {"name": "kiosk-7", "role": "kiosk"} | place
    return by.request("POST", "/api/stations", {"code": code, **wanted})


def claim(hall: StaffedHall, asking: dict[str, Any]) -> Reply:
    return hall.wire_with("").request("POST", "/api/pairing/claim", {"claim": asking["claim"]})


def paired(hall: StaffedHall, **place: str) -> str:
    """The token of a newly admitted station."""
    asking = ask(hall, place.get("role", "kiosk"))
    assert admit(hall.wire(), asking["code"], **place).status == 200
    token: str = claim(hall, asking).json["token"]
    return token


def test_a_new_station_is_admitted_by_its_code_and_works_with_a_token_of_its_own(
    hall: StaffedHall,
) -> None:
    hall.open()
    asking = ask(hall)
    assert len(asking["code"]) == 6
    assert asking["code"].isdigit()
    assert claim(hall, asking).json["state"] == "waiting"
    assert admit(hall.wire(), asking["code"], printer="simulate").status == 200
    told = claim(hall, asking).json
    assert (told["state"], told["name"], told["role"]) == ("admitted", "kiosk-7", "kiosk")
    kiosk = hall.wire_with(told["token"])
    granted(kiosk.ask(wish("IssueTicket", service="land")))
    (job,) = kiosk.get("/api/views/kiosk").json["print_jobs"]
    assert job["station"] == "kiosk-7"


def test_a_code_works_once(hall: StaffedHall) -> None:
    asking = ask(hall)
    assert admit(hall.wire(), asking["code"]).status == 200
    again = admit(hall.wire(), asking["code"], name="kiosk-8")
    assert (again.status, again.json["refused"]) == (404, "unknown_code")


def test_two_who_admit_one_code_at_once_admit_one_station(hall: StaffedHall) -> None:
    asking = ask(hall)
    wires = [hall.wire() for _ in range(6)]
    statuses: list[int] = []
    presses = [
        Thread(
            target=lambda n=n: statuses.append(
                admit(wires[n], asking["code"], name=f"kiosk-1{n}").status
            )
        )
        for n in range(6)
    ]
    for press in presses:
        press.start()
    for press in presses:
        press.join()
    assert statuses.count(200) == 1


def test_a_lost_answer_does_no_harm_the_station_asks_again(hall: StaffedHall) -> None:
    asking = ask(hall)
    admit(hall.wire(), asking["code"])
    lost, held = claim(hall, asking).json["token"], claim(hall, asking).json["token"]
    assert hall.wire_with(held).get("/api/views/kiosk").status == 200
    assert hall.wire_with(lost).get("/api/views/kiosk").status == 401


def test_a_code_runs_out_and_so_does_its_claim(tmp_path: Path) -> None:
    desk = PairingDesk()
    newcomer = desk.ask("kiosk", "10.0.0.9", 0)
    assert desk.by_code(newcomer.code, GOOD_MS) is newcomer
    assert desk.by_code(newcomer.code, GOOD_MS + 1) is None
    assert desk.by_claim(newcomer.claim, GOOD_MS + 1) is None


def test_whoever_guesses_codes_is_stopped_and_others_go_on(hall: StaffedHall) -> None:
    hall.staff()
    asking = ask(hall)
    guesser = hall.browser("supervisor")

    def guess(code: str) -> int:
        body = json.dumps({"code": code, "name": "spy", "role": "kiosk"}).encode()
        return guesser.post_json("/api/stations", body).status

    statuses = [guess(f"{n:06}") for n in range(8)]
    assert statuses[:5] == [404] * 5
    assert statuses[-1] == 429
    assert guess(asking["code"]) == 429, "the right one has to wait as well"
    refused = [line for line in hall.record() if line.kind is Kind.PAIRING_REFUSED]
    assert {line.account for line in refused} == {"supervisor"}
    assert admit(hall.wire(), asking["code"]).status == 200


def test_one_address_cannot_fill_the_codes(hall: StaffedHall) -> None:
    for _ in range(3):
        ask(hall)
    reply = hall.wire_with("").request("POST", "/api/pairing", {"role": "kiosk"})
    assert (reply.status, reply.json["refused"]) == (429, "pairing_full")


def test_many_addresses_fill_no_more_than_a_few_codes() -> None:
    desk = PairingDesk()
    for n in range(MOST):
        desk.ask("kiosk", f"10.0.0.{n}", 0)
    with pytest.raises(PairingFullError):
        desk.ask("kiosk", "10.0.1.1", 0)
    assert desk.ask("kiosk", "10.0.1.1", GOOD_MS + 1).code


def test_no_two_stations_show_the_same_code() -> None:
    digits = iter([1] * 6 + [1] * 6 + [2] * 6)
    desk = PairingDesk(lambda: next(digits))
    assert [desk.ask("kiosk", "a", 0).code, desk.ask("kiosk", "b", 0).code] == ["111111", "222222"]


@pytest.mark.parametrize("role", PEOPLE)
def test_only_who_may_see_stations_lets_one_in(hall: StaffedHall, role: Role) -> None:
    hall.staff()
    may = Sight.STATIONS in MAY_SEE[role]
    browser = hall.browser(role)
    assert browser.get("/api/stations").status == (200 if may else 403)
    body = b'{"code":"000000","name":"spy","role":"kiosk"}'
    assert browser.post_json("/api/stations", body).status == (404 if may else 403)


def test_no_station_lets_another_in(hall: StaffedHall) -> None:
    asking = ask(hall)
    for station in ("kiosk-1", "counter-1", "board-1"):
        assert admit(hall.wire(station), asking["code"]).status == 403
    assert admit(hall.wire_with(""), asking["code"]).status == 401


@pytest.mark.parametrize(
    ("place", "refused"),
    [
        ({"name": "Kiosk Seven"}, "bad_name"),
        ({"name": "x" * 41}, "bad_name"),
        ({"name": "kiosk-1"}, "name_taken"),
        ({"name": "admin"}, "name_taken"),
        ({"role": "board"}, "other_role"),
        ({"counter": "1"}, "no_counter"),
    ],
)
def test_a_place_that_cannot_be_is_refused_and_the_code_stays_good(
    hall: StaffedHall, place: dict[str, str], refused: str
) -> None:
    asking = ask(hall)
    reply = admit(hall.wire(), asking["code"], **place)
    assert (reply.status, reply.json["refused"]) == (409, refused)
    assert admit(hall.wire(), asking["code"]).status == 200


@pytest.mark.parametrize(
    ("place", "refused"),
    [
        ({"role": "admin"}, "unknown_role"),
        ({"role": "supervisor"}, "unknown_role"),
        ({"role": "counter"}, "unknown_counter"),
        ({"role": "pad", "counter": "99"}, "unknown_counter"),
    ],
)
def test_a_station_gets_a_role_and_a_counter_that_there_are(
    hall: StaffedHall, place: dict[str, str], refused: str
) -> None:
    reply = admit(hall.wire(), ask(hall, "station")["code"], **place)
    assert (reply.status, reply.json["refused"]) == (409, refused)


def test_a_revoked_station_is_cut_off_at_once(hall: StaffedHall) -> None:
    token = paired(hall)
    listener = hall.listen("view=kiosk", token)
    listener.view()
    assert hall.wire().request("DELETE", "/api/stations/kiosk-7").status == 200
    with pytest.raises(ConnectionError):
        listener.view_where(lambda _view: False)
    assert hall.wire_with(token).get("/api/views/board").status == 401
    assert hall.listen("view=kiosk", token).status == 401


def test_a_session_that_is_locked_loses_its_open_page(hall: StaffedHall) -> None:
    hall.staff()
    browser = hall.browser("supervisor")
    (cookie,) = [one for one in browser.cookies if one.name == "hall_session"]
    listener = hall.listen_with("view=board", f"Cookie: hall_session={cookie.value}")
    listener.view()
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    registry.lock("supervisor", "test", now)
    with pytest.raises(ConnectionError):
        listener.view_where(lambda _view: False)


def test_a_station_is_moved_and_renamed_and_keeps_its_token(hall: StaffedHall) -> None:
    hall.open()
    token = paired(hall, name="panel-a", role="counter", counter="1")
    admin = hall.wire()
    granted(hall.wire_with(token).ask(wish("OpenCounter", counter="1", official="Lan")))
    moved = admin.request("PATCH", "/api/stations/panel-a", {"name": "panel-b", "counter": "2"})
    assert moved.json["counter"] == "2"
    panel = hall.wire_with(token)
    assert panel.ask(wish("CallNext", counter="1")).json["refused"] == "not_allowed"
    granted(panel.ask(wish("OpenCounter", counter="2", official="Lan Anh")))
    assert panel.get("/api/views/counter").json["counter"] == "2", "its own when none is named"
    assert admin.request("DELETE", "/api/stations/panel-a").json["refused"] == "unknown_station"


def test_paired_stations_are_there_after_a_restart_and_keep_no_token_in_clear(
    tmp_path: Path,
) -> None:
    hall = StaffedHall(tmp_path / "hall")
    token = paired(hall)
    hall.close()
    for file in (tmp_path / "hall").rglob("*"):
        assert not file.is_file() or token.encode() not in file.read_bytes(), file
    again = StaffedHall(tmp_path / "hall")
    listed = again.wire().get("/api/stations").json
    assert [one["name"] for one in listed["stations"]] == ["kiosk-7"]
    assert again.wire_with(token).get("/api/views/kiosk").status == 200
    again.close()


def test_the_list_shows_who_asks_but_never_a_code(hall: StaffedHall) -> None:
    asking = ask(hall, "board")
    listed = hall.wire().get("/api/stations")
    assert [one["role"] for one in listed.json["asking"]] == ["board"]
    assert asking["code"].encode() not in listed.body
    assert asking["claim"].encode() not in listed.body


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["/api/pairing", "/api/pairing/claim", "/api/stations"]),
    body=st.one_of(
        st.binary(max_size=80),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=8),
            lambda inner: st.dictionaries(
                st.sampled_from(["code", "claim", "name", "role", "counter", "printer", "x"]),
                inner,
                max_size=5,
            ),
            max_leaves=8,
        ),
    ),
)
def test_whatever_is_sent_to_the_pairing_desk_lets_nobody_in(
    fuzzed_hall: StaffedHall, path: str, body: object
) -> None:
    wire = fuzzed_hall.fuzzing_wire if path == "/api/stations" else fuzzed_hall.stranger
    reply = wire.request("POST", path, body)
    assert reply.status in {200, 404, 409, 422, 429}, reply
    if path != "/api/pairing":
        assert reply.status != 200
    assert fuzzed_hall.wire().get("/api/stations").json["stations"] == []


@pytest.fixture(scope="module")
def fuzzed_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("fuzzed") / "hall")
    hall.fuzzing_wire, hall.stranger = hall.wire(), hall.wire_with("")
    yield hall
    hall.close()
