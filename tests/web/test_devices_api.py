"""How devices are, as stations tell it and people see it."""

from pathlib import Path

import msgspec
import pytest

from hallctl.hall_directory import HallDirectory
from hallctl.web.desks.device_desk import LATE_MS, DeviceReports, DeviceTold
from tests.hall_clients import Wire, wish
from tests.web.hall_at_work import HallAtWork

PAD = {"device": "pad-1", "kind": "pad", "state": "ok", "errors": 3, "breaks": 1}


def tell(wire: Wire, body: bytes) -> tuple[int, dict[str, object]]:
    reply = wire.request("POST", "/api/devices", body)
    return reply.status, reply.json


def test_what_a_station_tells_is_shown_to_whoever_looks_after_it(hall: HallAtWork) -> None:
    told = msgspec.json.encode({"devices": [PAD]})
    assert tell(hall.wire("kiosk-1"), told) == (200, {"kept": 1})
    (station,) = hall.wire().get("/api/views/upkeep").json["stations"]
    assert (station["station"], station["is_late"]) == ("kiosk-1", False)
    (device,) = station["devices"]
    assert device | PAD == device
    assert device["since"] == station["reported_at"]


@pytest.mark.parametrize("body", [b"", b"{}", b'{"devices": 1}', b"\xff", b'{"devices":[{}]}'])
def test_what_is_no_report_is_refused(quiet_hall: HallAtWork, body: bytes) -> None:
    status, answer = tell(quiet_hall.wire("board-1"), body)
    assert status == 422
    assert answer["malformed"]


def test_only_stations_tell(quiet_hall: HallAtWork) -> None:
    told = msgspec.json.encode({"devices": [PAD]})
    assert tell(quiet_hall.wire(), told)[0] == 403
    assert tell(quiet_hall.wire_with("nobody"), told)[0] == 401
    assert tell(quiet_hall.wire_with(""), told)[0] == 401


def test_slips_that_wait_are_shown_with_what_is_in_the_way(hall: HallAtWork) -> None:
    hall.open()
    kiosk = hall.wire("kiosk-1")
    ticket = kiosk.ask(wish("IssueTicket", service="land")).json["events"][0]["ticket"]
    kiosk.ask(wish("ReportNotPrinted", ticket=ticket, fault="paper_out", is_held=True))
    (slip,) = hall.wire().get("/api/views/upkeep").json["slips"]
    assert (slip["ticket"], slip["station"]) == (ticket, "kiosk-1")
    assert (slip["fault"], slip["is_held"], slip["asked_of"]) == ("paper_out", True, "")
    assert "document" not in slip, "nobody but the station sees what is on it"


def test_a_state_goes_on_since_it_began_and_a_silent_station_is_late() -> None:
    now = [1000]
    reports = DeviceReports(lambda: now[0])
    fine = DeviceTold(device="pad-1", kind="pad", state="ok")
    reports.keep("devices-1", (fine,))
    now[0] = 2000
    reports.keep("devices-1", (msgspec.structs.replace(fine, errors=9),))
    assert reports.stations()[0].devices[0].since == 1000
    reports.keep("devices-1", (msgspec.structs.replace(fine, state="gone"),))
    assert reports.stations()[0].devices[0].since == 2000
    now[0] += LATE_MS + 1
    assert reports.stations()[0].is_late


def test_a_machine_sees_its_own_devices_only(tmp_path: Path) -> None:
    from tests.station.halls_with_devices import hall_with_devices

    hall = HallAtWork(hall_with_devices(tmp_path / "hall", "serial:/dev/ttyS9?baud=9600"))
    try:
        assert HallDirectory(tmp_path / "hall").station_token("devices-1").exists()
        own = hall.wire("devices-1").get("/api/views/devices").json
        assert [one["device"] for one in own["devices"]] == [
            "pad-1",
            "keypad-1",
            "sign-led-1",
            "lamp-1",
        ]
        assert [one["counter"] for one in own["counters"]] == ["1"]
        assert own["formats"] == []
        assert hall.wire("kiosk-1").get("/api/views/devices").json["devices"] == []
    finally:
        hall.close()
