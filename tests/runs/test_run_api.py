"""Couriers over a real socket: scanned by counters, watched live, printed, and held to the promise."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hallctl.core.paper import Document
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.runs.run_reconciling import unreconciled_run
from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS, TurnedClock


class CourierAtWork:
    """A hall with one run under way: the first dossier arrived, the second did not."""

    def __init__(self, hall: HallAtWork, clock: TurnedClock) -> None:
        self.hall, self.clock = hall, clock
        hall.open("1")
        self.panel = hall.wire("counter-1")
        self.dossiers = [self.receive() for _ in range(2)]
        self.run = str(granted(self.panel.ask(wish("OpenRun")))["run"])
        for dossier in self.dossiers:
            granted(self.panel.ask(wish("ScanOut", dossier=dossier)))
        arrived = {"dossier": self.dossiers[0], "department": self.department}
        granted(self.panel.ask(wish("ScanIn", **arrived)))

    def receive(self) -> str:
        reply = self.panel.ask(wish("ReceiveDossier", procedure=FIVE_DAYS))
        received = reply.json["events"][-1]
        self.department: str = received["department"]
        return str(received["dossier"])

    def get(self, path: str, station: str = "counter-1") -> Reply:
        return self.hall.wire(station).get(path)


@pytest.fixture(scope="module")
def courier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourierAtWork]:
    clock = TurnedClock()
    with closing(HallAtWork(tmp_path_factory.mktemp("runs") / "hall", clock)) as hall:
        yield CourierAtWork(hall, clock)


def test_a_run_is_found_with_its_rows(courier: CourierAtWork) -> None:
    found = courier.get(f"/api/runs/{courier.run}").json
    assert found["run"]["scanned_out"] == 2
    assert [one["state"] for one in found["items"]] == ["in", "on_its_way"]


def test_the_day_is_listed(courier: CourierAtWork) -> None:
    today = courier.get("/api/runs").json
    assert [one["run"] for one in today["runs"]] == [courier.run]
    assert courier.get("/api/runs?day=2020-01-01").json["runs"] == []


def test_a_manifest_is_a_layout_and_a_pdf(courier: CourierAtWork) -> None:
    slip = courier.get(f"/api/runs/{courier.run}/manifest?department={courier.department}")
    assert set(slip.json) == set(Document.__struct_fields__)
    for query in ("", "?lang=en", f"?department={courier.department}"):
        pdf = courier.get(f"/api/runs/{courier.run}/manifest.pdf{query}")
        assert (pdf.status, pdf.body[:5]) == (200, b"%PDF-")


@pytest.mark.parametrize(
    ("path", "status", "answer"),
    [
        ("/api/runs/nothing", 404, {"refused": "not_found", "details": {"what": "run"}}),
        ("/api/runs/nothing/manifest.pdf", 404, {"what": "run"}),
        ("/api/runs/{run}/manifest?department=royal", 404, {"what": "manifest"}),
        ("/api/runs?day=tomorrow", 422, {"field": "day"}),
        ("/api/runs/{run}/manifest?lang=fr", 422, {"field": "lang"}),
    ],
)
def test_what_is_not_there_is_told(
    courier: CourierAtWork, path: str, status: int, answer: dict[str, Any]
) -> None:
    reply = courier.get(path.format(run=courier.run))
    assert reply.status == status
    assert answer.items() <= {**reply.json, **reply.json.get("details", {})}.items()


def test_only_officials_may_look(courier: CourierAtWork) -> None:
    assert courier.get("/api/runs", "board-1").json["refused"] == "not_allowed"
    assert courier.hall.wire_with("").get("/api/runs").status == 401
    assert courier.get("/api/runs", "").status == 200


def test_answers_are_as_described(courier: CourierAtWork) -> None:
    document = courier.hall.wire_with("").get("/api/openapi.json").json
    for path in ("/api/runs", "/api/runs/{run}", "/api/runs/{run}/manifest"):
        promised = document["paths"][path]["get"]["responses"]["200"]
        schema = promised["content"]["application/json"]["schema"]
        whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
        whole["components"] = document["components"]
        Draft202012Validator(whole).validate(courier.get(path.format(run=courier.run)).json)


def test_the_alarm_is_on_the_supervisor_s_screen_and_in_the_health(courier: CourierAtWork) -> None:
    seen = courier.get("/api/views/runs").json
    assert (seen["view"], seen["missing_total"]) == ("runs", 0)
    courier.clock.pass_minutes(91)
    seen = courier.get("/api/views/runs").json
    assert [one["dossier"] for one in seen["missing"]] == courier.dossiers[1:]
    assert courier.get("/api/health").json["dossiers_missing"] == 1


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[CourierAtWork]:
    clock = TurnedClock()
    with closing(HallAtWork(tmp_path / "hall", clock)) as hall:
        yield CourierAtWork(hall, clock)


def test_many_hands_scan_one_pile_and_nothing_is_on_two_runs(fresh: CourierAtWork) -> None:
    wires = [fresh.hall.wire(f"counter-{place}") for place in (1, 2, 3)]
    runs = [granted(fresh.panel.ask(wish("OpenRun")))["run"] for _ in range(3)]
    pile = [fresh.receive() for _ in range(12)]
    for dossier in pile:
        for wire, run in zip(wires, runs, strict=True):
            wire.send(wish("ScanOut", dossier=dossier, run=run))
        replies = [wire.reply() for wire in wires]
        assert sorted(one.status for one in replies) == [200, 409, 409]
        assert {one.json.get("refused") for one in replies} == {None, "on_another_run"}
    with closing(open_database(fresh.hall.directory.journal, read_only=True)) as database:
        assert unreconciled_run(database) == ""
        assert database["run_items"].count == len(pile) + 2
