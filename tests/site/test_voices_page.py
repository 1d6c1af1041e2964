"""A voice recorded phrase by phrase in the browser: uploaded, heard, filled up, in use."""

import io
import math
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from playwright.sync_api import Browser as Chromium

from hallctl.settings import read_hall
from hallctl.station.voice.clip import from_wav
from hallctl.station.voice.keeping import VoiceLine, lines_of
from hallctl.station.voice.vocabulary import phrases_of
from tests.site.conftest import staffed
from tests.site.keeper import Keeper
from tests.site.visitor import PHONE, WALL, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    with staffed(tmp_path_factory.mktemp("voices") / "hall") as hall:
        yield hall


@pytest.fixture(scope="module")
def keeper(hall: HallAtWork) -> Keeper:
    keeper = Keeper(hall)
    assert keeper.ask("/setup/voices", act="begin", voice="nu-mien-bac").status == 303
    return keeper


def folder_of(hall: HallAtWork) -> Path:
    return hall.directory.path / "voices" / "nu-mien-bac"


def lines(hall: HallAtWork) -> list[VoiceLine]:
    return lines_of(folder_of(hall), phrases_of(read_hall(hall.directory.path).plan))


def recording(kind: str, seconds: float = 0.6) -> bytes:
    """Somebody who hums."""
    tone = np.sin(np.arange(int(44_100 * seconds)) * 2 * math.pi * 220 / 44_100) * 0.3
    out = io.BytesIO()
    soundfile.write(out, tone, 44_100, format=kind)
    return out.getvalue()


def test_a_new_voice_names_everything_that_is_missing(hall: HallAtWork, keeper: Keeper) -> None:
    text = keeper.get("/setup/voices").text
    every = lines(hall)
    assert f"Còn thiếu {len(every)} trong {len(every)} câu" in text
    assert all(one.name in text for one in every)
    twice = keeper.ask("/setup/voices", act="begin", voice="nu-mien-bac")
    assert "Đã có giọng nu-mien-bac" in twice.text
    assert keeper.ask("/setup/voices", act="begin", voice="../oops").status == 400


@pytest.mark.parametrize("kind", ["WAV", "OGG", "FLAC"])
def test_a_recording_is_taken_and_heard(hall: HallAtWork, keeper: Keeper, kind: str) -> None:
    line = lines(hall)[0].name
    sent = keeper.send_file(
        "/setup/voices/recordings", f"x.{kind}", recording(kind), voice="nu-mien-bac", line=line
    )
    assert sent.status == 303
    first = lines(hall)[0]
    assert first.clip is not None
    assert first.clip.source == "recorded"
    clip = from_wav((folder_of(hall) / first.clip.file).read_bytes())
    assert 0.5 < clip.duration_s < 0.7
    heard = keeper.get(f"/setup/voices/nu-mien-bac/{first.clip.file}")
    assert heard.status == 200
    assert heard.headers["content-type"] == "audio/wav"
    assert keeper.get("/setup/voices/nu-mien-bac/../voice.toml").status == 404


def test_many_come_at_once_by_their_names_or_none(hall: HallAtWork, keeper: Keeper) -> None:
    names = [one.name for one in lines(hall)[1:4]]
    files = [(f"{name}.wav", recording("WAV")) for name in names]
    path = "/setup/voices/recordings"
    odd = keeper.send_files(path, [*files, ("hat-mot-bai.wav", b"x")], voice="nu-mien-bac")
    assert "hat-mot-bai.wav: tên tệp không trùng tên câu nào" in odd.text
    broken = keeper.send_files(path, [*files, (f"{names[0]}.wav", b"RIFFx")], voice="nu-mien-bac")
    assert broken.status == 422
    assert "Bản ghi không dùng được" in broken.text
    assert not any(one.clip for one in lines(hall) if one.name in names), "none was taken"
    assert keeper.send_files(path, files, voice="nu-mien-bac").status == 303
    assert all(one.clip for one in lines(hall) if one.name in names)
    gone = keeper.ask("/setup/voices", act="take_out", voice="nu-mien-bac", line=names[0])
    assert gone.status == 303
    assert [one.name for one in lines(hall) if one.name in names and one.clip is None] == names[:1]


def test_boards_speak_with_a_voice_that_is_chosen(hall: HallAtWork, keeper: Keeper) -> None:
    board = hall.listen("view=board")
    assert board.view()["sounding"]["voice"] == ""
    assert keeper.ask("/setup/voices", act="use", voice="nu-mien-bac").status == 303
    assert read_hall(hall.directory.path).plan.announcing.voice == "nu-mien-bac"
    until = time.monotonic() + PATIENCE_S
    wire = hall.wire()
    while not (digest := wire.get("/api/views/board").json["sounding"]["voice"]):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert wire.get(f"/api/voice/{digest}").status == 200
    assert keeper.ask("/setup/voices", act="silence").status == 303
    assert read_hall(hall.directory.path).plan.announcing.voice == ""


@pytest.mark.parametrize(("size", "language"), [(PHONE, "vi"), (WALL, "en")], ids=["phone", "wall"])
def test_the_page_is_readable_by_all(
    chromium: Chromium, hall: HallAtWork, keeper: Keeper, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "administrator") as seen:
        seen.open("/setup/voices", language)
        seen.page.locator("main details > summary").first.click()
        is_sound(seen)


def test_only_whoever_sets_up_keeps_voices(hall: HallAtWork) -> None:
    official = Browser(hall.port)
    official.sign_in("official")
    assert official.get("/setup/voices").status == 403
    assert official.post("/setup/voices", {"act": "begin", "voice": "x"}).status == 403


def test_the_machine_says_what_nobody_has_recorded(hall: HallAtWork, keeper: Keeper) -> None:
    before = {one.name for one in lines(hall) if one.clip}
    assert keeper.ask("/setup/voices", act="fill", voice="nu-mien-bac").status == 303
    sources = {one.name: one.clip.source for one in lines(hall) if one.clip}
    assert len(sources) == len(lines(hall))
    assert {name for name, source in sources.items() if source == "recorded"} == before
    assert "Đủ mọi câu" in keeper.get("/setup/voices").text
