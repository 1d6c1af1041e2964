"""A hall where counters open only for who has signed in, over real sockets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.core.permissions import Role
from hallctl.people.accounts import Account
from hallctl.people.record import Kind
from tests.hall_clients import new_hall, wish
from tests.web.hall_at_work import granted
from tests.web.test_signing_in import StaffedHall

PIN, BADGE = "482913", "CB-000123"


def strict_hall(path: Path) -> StaffedHall:
    new_hall(path, "commune")
    file = path / "hall.toml"
    said = file.read_text("utf-8")
    assert "sign_in_at_counters = false" in said
    file.write_text(said.replace("sign_in_at_counters = false", "sign_in_at_counters = true"))
    hall = StaffedHall(path)
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    registry.add(Account(account="lan", name="Nguyễn Thị Lan", role=Role.OFFICIAL), "t", now)
    registry.choose_pin("lan", PIN, "t", now)
    registry.give_badge("lan", BADGE, "t", now)
    return hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[StaffedHall]:
    hall = strict_hall(tmp_path / "hall")
    yield hall
    hall.close()


def test_a_counter_opens_only_for_who_has_signed_in_and_in_their_name(hall: StaffedHall) -> None:
    panel = hall.wire("counter-1")
    granted(panel.ask(wish("OpenDay")))
    opening = wish("OpenCounter", counter="1", official="somebody else")
    refused = panel.ask(opening)
    assert refused.json == {"refused": "sign_in_first", "details": {"counter": "1"}}
    assert panel.get("/api/views/counter?counter=1").json["sign_in"] is True
    told = panel.request("POST", "/api/sign-in", {"name": BADGE, "pin": PIN})
    assert (told.status, told.json) == (200, {"official": "Nguyễn Thị Lan"})
    opened = granted(panel.ask(wish("OpenCounter", counter="1", official="somebody else")))
    assert opened["official"] == "Nguyễn Thị Lan"


def test_a_sign_in_holds_at_its_own_counter_and_over_a_restart(tmp_path: Path) -> None:
    hall = strict_hall(tmp_path / "hall")
    panel = hall.wire("counter-1")
    panel.request("POST", "/api/sign-in", {"name": "lan", "pin": PIN})
    other = hall.wire("counter-2")
    assert other.get("/api/sign-in").json == {"official": ""}
    hall.close()
    again = StaffedHall(hall.directory.path)
    assert again.wire("counter-1").get("/api/sign-in").json["official"] == "Nguyễn Thị Lan"
    again.close()


def test_signing_out_closes_the_door_and_is_written_down(hall: StaffedHall) -> None:
    panel = hall.wire("counter-1")
    panel.request("POST", "/api/sign-in", {"name": BADGE, "pin": PIN})
    assert panel.request("DELETE", "/api/sign-in").json == {"official": ""}
    assert panel.get("/api/sign-in").json == {"official": ""}
    newest = [(line.kind, line.account, line.address) for line in hall.record()][-2:]
    assert newest == [
        (Kind.SIGNED_IN, "lan", "counter-1"),
        (Kind.SIGNED_OUT, "lan", "counter-1"),
    ]


def test_a_hostile_panel_guesses_a_few_times_and_locks_nobody_out(hall: StaffedHall) -> None:
    hostile = hall.wire("counter-2")
    answers = [
        hostile.request("POST", "/api/sign-in", {"name": BADGE, "pin": f"99{n:04}"})
        for n in range(8)
    ]
    assert [one.status for one in answers[:5]] == [403] * 5
    assert answers[-1].status == 429
    assert answers[-1].json["details"]["wait_s"] >= 1
    honest = hall.wire("counter-1").request("POST", "/api/sign-in", {"name": BADGE, "pin": PIN})
    assert honest.status == 200


def test_a_lock_takes_the_counter_from_its_official(hall: StaffedHall) -> None:
    panel = hall.wire("counter-1")
    panel.request("POST", "/api/sign-in", {"name": BADGE, "pin": PIN})
    hall.assembly.people.registry.lock("lan", "t", hall.assembly.controller.now())
    assert panel.get("/api/sign-in").json == {"official": ""}


@pytest.mark.parametrize("station", ["kiosk-1", "board-1", ""])
def test_nobody_signs_in_at_another_machine(hall: StaffedHall, station: str) -> None:
    reply = hall.wire(station).request("POST", "/api/sign-in", {"name": BADGE, "pin": PIN})
    assert (reply.status, reply.json["refused"]) == (403, "not_allowed")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"name":1,"pin":2}', b'{"name":"a","pin":"b","x":1}', b"\xff"]
)
def test_what_is_no_sign_in_is_malformed(hall: StaffedHall, body: bytes) -> None:
    assert hall.wire("counter-1").request("POST", "/api/sign-in", body).status == 422
