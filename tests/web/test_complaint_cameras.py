"""An inspector who opens a complaint sees which cameras saw the counter, and when to look."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.people.record import Kind
from hardware.transport import camera as transport
from tests.hall_clients import new_hall, wish
from tests.web.test_cameras_api import CAMERAS, Eye
from tests.web.test_complaints import act, code_of, complain, text
from tests.web.test_signing_in import StaffedHall


def open_hall(path: Path, keeps: str) -> StaffedHall:
    toml = new_hall(path, "commune") / "hall.toml"
    toml.write_text(toml.read_text("utf-8") + CAMERAS.format(keeps=keeps), "utf-8")
    hall = StaffedHall(path)
    hall.staff()
    return hall


@pytest.fixture(scope="module", autouse=True)
def eye() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(transport, "VideoCamera", Eye)
    patch.setattr(Eye, "opened", [])
    yield
    patch.undo()


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = open_hall(tmp_path_factory.mktemp("keeping") / "hall", "true")
    yield hall
    hall.close()


def test_the_cameras_of_its_counter_and_the_time_of_the_visit_stand_beside_it(
    keeping: StaffedHall,
) -> None:
    keeping.open("1")
    kiosk, admin = keeping.wire("kiosk-1"), keeping.wire()
    issued = kiosk.ask(wish("IssueTicket", service="certification")).json["events"][0]
    admin.ask(wish("CallNext", counter="1"))
    called = admin.get("/api/views/board").json["calls"][0]["called_at"]
    admin.ask(wish("FinishVisit", counter="1"))
    link = keeping.assembly.house.addresses.link_to(issued["ticket"]).rpartition("/t/")[2]
    code = code_of(complain(keeping, ticket=link, counter="1"))
    kept = keeping.assembly.controller.hall.complaints.every[code]
    page = keeping.browser("inspector").get(f"/inbox/{code}")
    shown = text(page)
    assert kept.counter == "1"
    assert "cam-counter-1" in shown
    assert "cam-2" not in shown
    assert "hoạt động" in shown
    assert "Thời gian cần xem" in shown
    assert called > 0


def test_a_still_is_taken_from_the_page_shown_on_it_and_logged(keeping: StaffedHall) -> None:
    code = code_of(complain(keeping, counter="2"))
    assert act(keeping, code, "still", camera="cam-2").status == 303
    browser = keeping.browser("inspector")
    page = browser.get(f"/inbox/{code}")
    (still,) = re.findall(r'href="[./]*(api/cameras/cam-2/stills/[^"]+)"', page.text)
    picture = browser.get(f"/{still}")
    assert picture.status == 200
    about = [line.about for line in keeping.record() if line.kind is Kind.LOOKED_AT]
    assert any(one.startswith("cam-2: ") for one in about)
    assert act(keeping, code, "still", camera="cam-9").status == 422


def test_the_floor_hears_how_cameras_are_that_were_looked_through(keeping: StaffedHall) -> None:
    keeping.browser("inspector").get(f"/inbox/{code_of(complain(keeping, counter='1'))}")
    stations = keeping.wire().get("/api/views/upkeep").json["stations"]
    told = {one["station"]: one["devices"] for one in stations}
    assert {one["device"]: one["state"] for one in told["cameras"]}["cam-counter-1"] == "ok"


def test_a_complaint_about_no_counter_opens_no_camera(
    keeping: StaffedHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Eye, "opened", [])
    page = keeping.browser("inspector").get(f"/inbox/{code_of(complain(keeping))}")
    assert "Thời gian cần xem" not in text(page)
    assert Eye.opened == []


def test_where_none_are_kept_none_can_be_taken(tmp_path: Path) -> None:
    hall = open_hall(tmp_path / "hall", "false")
    try:
        code = code_of(complain(hall, counter="1"))
        shown = text(hall.browser("inspector").get(f"/inbox/{code}"))
        assert "Trung tâm không giữ ảnh" in shown
        assert act(hall, code, "still", camera="cam-counter-1").status == 422
        assert not (tmp_path / "hall" / "stills").exists()
    finally:
        hall.close()
