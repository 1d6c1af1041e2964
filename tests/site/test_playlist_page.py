"""The boards' pictures by forms, without a script: uploaded, ordered, given hours, refused in words."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser as Chromium

from hallctl.playlist.manifest import FOLDER, read_manifest
from hallctl.settings.changing.editing import HallFile
from hallctl.settings.problems import Findings
from hallctl.web.setup.playlist_page import plain_name
from tests.playlist.files import FILMS
from tests.site.conftest import staffed
from tests.site.test_set_up_sections import Keeper
from tests.site.visitor import PHONE, is_sound, visitor
from tests.web.browsers import Page
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """One hall for the module."""
    with staffed(tmp_path_factory.mktemp("playlist") / "hall") as hall:
        yield hall


@pytest.fixture(scope="module")
def keeper(hall: HallAtWork) -> Keeper:
    return Keeper(hall)


def picture(colour: str = "navy") -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 36), colour).save(out, "PNG")
    return out.getvalue()


def send(keeper: Keeper, name: str, content: bytes) -> Page:
    return keeper.send_file("/setup/playlist/file", name, content)


def act(keeper: Keeper, act: str, file: str, **fields: str) -> Page:
    sent = {"form_key": keeper.key, "act": act, "file": file, **fields}
    return keeper.post("/setup/playlist", sent)


def listed(hall: HallAtWork) -> list[str]:
    file = hall.directory.path / FOLDER / "playlist.toml"
    return [one.file for one in read_manifest(file.read_text(), (), Findings("")).item]


def test_pictures_are_uploaded_ordered_and_taken_off(
    chromium: Chromium, hall: HallAtWork, keeper: Keeper
) -> None:
    assert send(keeper, "Chào mừng Quý khách.PNG", picture()).status == 303
    assert send(keeper, "open.png", picture("teal")).status == 303
    assert listed(hall) == ["chao-mung-quy-khach.png", "open.png"]
    act(keeper, "up", "open.png")
    assert listed(hall) == ["open.png", "chao-mung-quy-khach.png"]
    with visitor(chromium, hall, PHONE, "administrator") as seen:
        seen.open("/setup/playlist")
        seen.page.locator("summary").first.click()
        is_sound(seen)
    saved = act(keeper, "save", "open.png", seconds="20", hours="07:30-11:30", place="screen")
    assert saved.status == 303
    assert 'hours = ["07:30-11:30"]' in (hall.directory.path / FOLDER / "playlist.toml").read_text()
    act(keeper, "remove", "open.png")
    assert listed(hall) == ["chao-mung-quy-khach.png"]
    newest = HallFile(hall.directory.path).changes()[0]
    assert (newest.who, newest.what) == ("administrator", "playlist: remove open.png")
    keeper.post("/setup", {"form_key": keeper.key, "act": "undo"})
    assert listed(hall) == ["open.png", "chao-mung-quy-khach.png"]


def test_a_film_is_taken_as_it_comes(hall: HallAtWork, keeper: Keeper) -> None:
    assert send(keeper, "Lễ hội.MP4", (FILMS / "film.mp4").read_bytes()).status == 303
    assert "le-hoi.mp4" in listed(hall)


def test_what_boards_can_t_show_is_refused_in_words_and_not_kept(
    hall: HallAtWork, keeper: Keeper
) -> None:
    for name, content, words in (
        ("list.m3u8", b"#EXTM3U\nfilm.mp4\n", "Bảng không hiện được loại tệp này"),
        ("film.mp4", b"\x00\x00\x00\x18ftypmp42", "Tệp bị hỏng"),
    ):
        refused = send(keeper, name, content)
        assert (refused.status, words in refused.text) == (422, True)
        assert not (hall.directory.path / FOLDER / name).exists()
    send(keeper, "a.png", picture())
    bad = act(keeper, "save", "a.png", seconds="9999")
    assert bad.status == 422
    assert "9999 không phải khoảng hợp lý" in bad.text


def test_what_no_form_of_ours_sends_is_refused(keeper: Keeper) -> None:
    assert act(keeper, "save", "../hall.toml").status == 400
    assert act(keeper, "explode", "a.png").status == 400


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Ảnh\\Đà Nẵng.JPG", "da-nang.jpg"),
        (".hidden.png", "hidden.png"),
        ("...", "picture"),
        ("a" * 300 + ".gif", "a" * 60 + ".gif"),
    ],
)
def test_a_file_s_name_becomes_small_and_plain(sent: str, kept: str) -> None:
    assert plain_name(sent) == kept
