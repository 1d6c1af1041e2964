"""Boards on the LAN: which zone is theirs, what they play and how they sound, and an emergency."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.station.voice.pack import ClipEntry, digest_of, write_manifest
from tests.hall_clients import new_hall, wish
from tests.playlist.files import clip, manifest, picture
from tests.web.hall_at_work import HallAtWork, granted

ZONES = """
[[station]]
name = "board-2"
role = "board"

[[zone]]
zone = "A"
name = { vi = "Khu A", en = "Area A" }
counters = ["1", "2"]
boards = ["board-1"]

[[zone]]
zone = "B"
name = { vi = "Khu B", en = "Area B" }
counters = ["3", "4"]
boards = ["board-2"]
direction = { vi = "lên tầng 2", en = "upstairs" }

[announcements]
voice = "nu"
"""


def zoned_hall(path: Path) -> Path:
    """A commune's hall in two zones, with a playlist and a voice of one clip."""
    new_hall(path, "commune")
    for folder in ("playlist", "voices/nu/vi"):
        (path / folder).mkdir(parents=True)
    picture(path / "playlist" / "a.png")
    clip(path / "playlist" / "b.webp")
    (path / "playlist" / "c.png").write_text("no picture")
    manifest(path / "playlist", *(f'file = "{one}"' for one in ("a.png", "b.webp", "c.png")))
    sound = b"RIFF"
    (path / "voices/nu/vi/a.wav").write_bytes(sound)
    entry = ClipEntry(file="vi/a.wav", language="vi", says="a", digest=digest_of(sound))
    write_manifest(path / "voices/nu", "nu", "tests", [entry])
    toml = path / "hall.toml"
    toml.write_text(toml.read_text("utf-8") + ZONES, "utf-8")
    return path


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(zoned_hall(tmp_path_factory.mktemp("zones") / "hall"))
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def admin(hall: HallAtWork) -> object:
    return hall.open("1", "3")


def shown(hall: HallAtWork, station: str, query: str = "") -> dict[str, object]:
    return hall.wire(station).get(f"/api/views/board{query}").json


def test_a_board_s_token_says_its_zone(hall: HallAtWork) -> None:
    assert [shown(hall, one)["zone"] for one in ("board-1", "board-2", "")] == ["A", "B", ""]
    assert shown(hall, "board-1", "?zone=B")["zone"] == "B"
    assert hall.wire("board-1").get("/api/views/board?zone=Z").status == 404


def test_each_zone_sees_its_own_calls_as_they_come(hall: HallAtWork, admin: object) -> None:
    boards = {
        zone: hall.listen("view=board", hall.token(station))
        for zone, station in (("A", "board-1"), ("B", "board-2"))
    }
    before = {
        zone: [one["call"] for one in board.view()["calls"]] for zone, board in boards.items()
    }
    for service, counter in (("civil-status", "1"), ("policy", "3")):
        granted(admin.ask(wish("IssueTicket", service=service)))
        granted(admin.ask(wish("CallNext", counter=counter)))
    for zone, counter in (("A", "1"), ("B", "3")):
        view = boards[zone].view()
        while len(view["calls"]) <= len(before[zone]):
            view = boards[zone].view()
        assert {one["counter"] for one in view["calls"]} == {counter}


def test_the_playlist_is_in_the_view_and_its_bytes_are_there(hall: HallAtWork) -> None:
    entries = shown(hall, "board-1")["playlist"]
    assert [(one["file"], one["media"]) for one in entries] == [
        ("a.png", "picture"),
        ("b.webp", "clip"),
    ]
    answer = hall.wire_with("").get(f"/api/playlist/{entries[0]['digest']}")
    assert digest_of(answer.body) == entries[0]["digest"]
    for nothing in ("0" * 32, "..%2Fhall.toml", "a.png"):
        assert hall.wire_with("").get(f"/api/playlist/{nothing}").status == 404


def test_the_hall_s_voice_is_given_clip_by_clip(hall: HallAtWork) -> None:
    voice = shown(hall, "board-1")["sounding"]["voice"]
    written = hall.wire_with("").get(f"/api/voice/{voice}").body
    assert digest_of(written) == voice
    assert hall.wire_with("").get(f"/api/voice/{digest_of(b'RIFF')}").body == b"RIFF"
    assert hall.wire_with("").get("/api/voice/voice.toml").status == 404


def test_a_loudspeaker_that_can_t_be_heard_is_told_to_everybody_who_asks(hall: HallAtWork) -> None:
    told = {"device": "speaker", "kind": "speaker", "state": "trouble", "reason": "no_sound"}
    board = hall.wire("board-1")
    assert hall.wire().get("/api/health").json["sound_faults"] == 0
    board.request("POST", "/api/devices", {"devices": [told]})
    assert hall.wire().get("/api/health").json["sound_faults"] == 1
    (station,) = hall.wire().get("/api/views/upkeep").json["stations"]
    assert station["devices"][0]["reason"] == "no_sound"
    board.request("POST", "/api/devices", {"devices": [told | {"state": "ok", "reason": ""}]})
    assert hall.wire().get("/api/health").json["sound_faults"] == 0


def test_an_emergency_reaches_a_board_that_was_frozen(hall: HallAtWork, admin: object) -> None:
    frozen = hall.listen("view=board", hall.token("board-1"), receive_buffer=4096)
    granted(admin.ask(wish("ShowEmergency", vi="Có cháy", en="Fire")))
    for number in range(120):
        granted(admin.ask(wish("PutUpNotice", vi=f"Dòng {number} " + "·" * 180)))
    view = frozen.view()
    while view["notices"][0]["vi"][:8] != "Dòng 119":
        view = frozen.view()
    assert view["emergency"]["words"] == {"vi": "Có cháy", "en": "Fire"}
    granted(admin.ask(wish("ClearEmergency")))
    granted(admin.ask(wish("TakeDownNotice")))


def test_an_emergency_survives_a_restart_on_every_screen(tmp_path: Path) -> None:
    hall = HallAtWork(tmp_path / "hall")
    granted(hall.wire().ask(wish("ShowEmergency", vi="Có cháy")))
    hall.close()
    again = HallAtWork(tmp_path / "hall")
    for kind in ("kiosk", "board", "sign", "pad"):
        view = again.listen(f"view={kind}&counter=1").view()
        assert view["emergency"]["words"]["vi"] == "Có cháy"
    again.close()


@pytest.mark.parametrize("station", ["board-1", "counter-1", "kiosk-1"])
def test_a_screen_can_raise_no_alarm(hall: HallAtWork, station: str) -> None:
    reply = hall.wire(station).ask(wish("ShowEmergency", vi="Có cháy"))
    assert reply.json["refused"] == "not_allowed"
