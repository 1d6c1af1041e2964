"""Cameras: who may look, whether they see, and stills only where the hall keeps stills."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from hallctl.core.equipment import Camera
from hallctl.people import record
from hallctl.shooting import Photographer
from hallctl.stills import Stills
from hallctl.web.desks.camera_desk import cameras_at
from hardware.transport import camera as transport
from tests.hall_clients import Reply, Wire, new_hall
from tests.web.hall_at_work import HallAtWork

DAY_MS = 86_400_000
CAMERAS = """
[cameras]
keep_stills = {keeps}

[[camera]]
camera = "cam-counter-1"
counter = "1"
source = "rtsp://192.0.2.20/stream"

[[camera]]
camera = "cam-2"
counter = "2"
source = "/dev/video7"
"""


class Eye:
    """Stands for every camera: sees a grey wall, or is gone."""

    opened: ClassVar[list[str]] = []
    is_there = True

    def __init__(self, source: str) -> None:
        if not self.is_there:
            raise transport.TransportGone("the camera is gone")
        self.opened.append(source)

    def grab(self) -> transport.Frame:
        return np.full((48, 64, 3), 90, np.uint8)

    def close(self) -> None: ...


@pytest.fixture(autouse=True)
def eye(monkeypatch: pytest.MonkeyPatch) -> type[Eye]:
    monkeypatch.setattr(transport, "VideoCamera", Eye)
    monkeypatch.setattr(Eye, "opened", [])
    monkeypatch.setattr(Eye, "is_there", True)
    return Eye


def open_hall(path: Path, keeps: str) -> HallAtWork:
    directory = new_hall(path, "commune")
    toml = directory / "hall.toml"
    toml.write_text(toml.read_text("utf-8") + CAMERAS.format(keeps=keeps), "utf-8")
    logins = directory / "secrets" / "cameras"
    logins.mkdir(parents=True)
    (logins / "cam-counter-1.login").write_text("viewer:p@ss\n")
    return HallAtWork(path)


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = open_hall(tmp_path / "hall", "true")
    yield hall
    hall.close()


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = open_hall(tmp_path / "hall", "false")
    yield hall
    hall.close()


def take(wire: Wire, camera: str) -> Reply:
    return wire.request("POST", f"/api/cameras/{camera}/stills")


def test_an_inspector_sees_which_cameras_see_a_counter_and_that_they_do(
    plain: HallAtWork,
) -> None:
    told = plain.wire().get("/api/cameras?counter=1").json
    assert told["keeps_stills"] is False
    (camera,) = told["cameras"]
    assert (camera["camera"], camera["counter"], camera["state"]) == ("cam-counter-1", "1", "ok")
    assert camera["stills"] == []
    assert len(plain.wire().get("/api/cameras").json["cameras"]) == 2


def test_a_camera_is_opened_with_its_login_and_not_at_every_look(
    plain: HallAtWork, eye: type[Eye]
) -> None:
    for _ in range(3):
        plain.wire().get("/api/cameras?counter=1")
    assert eye.opened == ["rtsp://viewer:p%40ss@192.0.2.20/stream"]


def test_a_camera_that_is_gone_is_told(keeping: HallAtWork, eye: type[Eye]) -> None:
    eye.is_there = False
    (camera, _) = keeping.wire().get("/api/cameras").json["cameras"]
    assert camera["state"] == "gone"
    assert take(keeping.wire(), "cam-2").status == 503


def test_nobody_but_an_inspector_looks(keeping: HallAtWork) -> None:
    assert keeping.wire_with("").get("/api/cameras").status == 401
    for station in ("counter-1", "kiosk-1", "board-1"):
        assert keeping.wire(station).get("/api/cameras").status == 403
        assert take(keeping.wire(station), "cam-2").status == 403


def test_no_still_is_taken_where_the_hall_keeps_none(plain: HallAtWork, tmp_path: Path) -> None:
    reply = take(plain.wire(), "cam-2")
    assert (reply.status, reply.json["details"]) == (404, {"what": "stills"})
    assert not (tmp_path / "hall" / "stills").exists()


def test_a_still_is_kept_shown_and_recorded(keeping: HallAtWork) -> None:
    wire = keeping.wire()
    taken = take(wire, "cam-2").json
    (_, camera) = wire.get("/api/cameras").json["cameras"]
    assert camera["stills"] == [taken["still"]]
    picture = wire.get(f"/api/cameras/cam-2/stills/{taken['still']}")
    assert (picture.status, picture.body[:3]) == (200, b"\xff\xd8\xff")
    with keeping.assembly.people.store.reading() as database:
        looks = [line.about for line in record.lines(database) if line.kind == "looked_at"]
    assert looks == [f"cam-2: {taken['still']}"] * 2


@pytest.mark.parametrize("still", ["nothing", "..%2F..%2Fhall", "20261123T080000.000Z"])
def test_what_is_no_still_is_not_found(keeping: HallAtWork, still: str) -> None:
    assert keeping.wire().get(f"/api/cameras/cam-2/stills/{still}").status == 404
    assert take(keeping.wire(), "cam-9").status == 404


def test_stills_are_deleted_when_their_time_is_over(tmp_path: Path) -> None:
    stills = Stills(tmp_path, lambda: 30)
    first = stills.keep("cam-1", b"a", 1_795_000_000_000)
    second = stills.keep("cam-1", b"b", 1_795_000_000_000 + DAY_MS)
    assert stills.names("cam-1") == [second, first]
    assert stills.forget_old(1_795_000_000_000 + 30 * DAY_MS) == 0
    assert stills.forget_old(1_795_000_000_000 + 30 * DAY_MS + 2000) == 1
    assert stills.names("cam-1") == [second]
    assert stills.picture("cam-1", first) is None


def test_a_zone_s_cameras_see_each_of_its_counters() -> None:
    from hallctl.core.plan import Counter, Plan, Words

    plan = Plan(
        hall=Words("Một cửa"),
        authority=Words("Ủy ban"),
        services=(),
        counters=(
            Counter(counter="1", services=(), zone="east"),
            Counter(counter="2", services=(), zone=""),
        ),
        cameras=(
            Camera(camera="a", source="/dev/video0", zone="east"),
            Camera(camera="b", source="/dev/video1", counter="1"),
            Camera(camera="c", source="/dev/video2", counter="2"),
        ),
    )
    assert [one.camera for one in cameras_at(plan, "1")] == ["a", "b"]
    assert [one.camera for one in cameras_at(plan, "2")] == ["c"]
    assert cameras_at(plan, "9") == ()


def test_a_photographer_needs_no_login_where_there_is_none(tmp_path: Path, eye: type[Eye]) -> None:
    picture = Photographer(tmp_path)(Camera(camera="a", source="rtsp://h/s", counter="1"))
    assert picture[:3] == b"\xff\xd8\xff"
    assert eye.opened == ["rtsp://h/s"]
