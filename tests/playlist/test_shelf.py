"""The playlist's folder: what is due, what is broken, and what changes without a restart."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from hallctl.playlist.media import BrokenMedia, look_at
from hallctl.playlist.shelf import PlaylistShelf
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE
from tests.playlist.files import FILMS, clip, cut, manifest, picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "playlist"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(folder: Path) -> PlaylistShelf:
    return PlaylistShelf(folder.parent, "Asia/Ho_Chi_Minh", lambda: ["A"])


def due(shelf: PlaylistShelf, zone: str = "A", minutes: int = 0) -> list[str]:
    return [one.file for one in shelf.due(zone, EIGHT_O_CLOCK + minutes * MINUTE)]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.gif"])
def test_pictures_are_pictures(tmp_path: Path, name: str) -> None:
    assert (look_at(picture(tmp_path / name)).media) == "picture"


@pytest.mark.parametrize("name", ["a.webp", "a.gif", "a.png"])
def test_moving_pictures_are_clips_and_last_as_long_as_they_last(tmp_path: Path, name: str) -> None:
    seen = look_at(clip(tmp_path / name, frames=3, lasts_ms=60))
    assert (seen.media, round(seen.seconds, 2)) == ("clip", 0.18)


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_a_film_is_a_clip(name: str) -> None:
    seen = look_at(FILMS / name)
    assert (seen.media, round(seen.seconds, 1)) == ("clip", 1.2)


def film(path: Path) -> Path:
    shutil.copy(FILMS / f"film{path.suffix}", path)
    return path


def broken(path: Path) -> str:
    with pytest.raises(BrokenMedia) as caught:
        look_at(path)
    return caught.value.why


def test_every_way_of_being_broken_is_told(tmp_path: Path) -> None:
    assert broken(tmp_path / "none.png") == "missing"
    assert broken(cut(clip(tmp_path / "cut.gif", frames=20))) == "damaged"
    assert broken(cut(picture(tmp_path / "cut.png", (900, 900)))) == "damaged"
    (tmp_path / "empty.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    assert broken(tmp_path / "empty.mp4") == "damaged"
    assert broken(cut(film(tmp_path / "cut.mp4"))) == "damaged"
    assert broken(cut(film(tmp_path / "cut.webm"))) == "damaged"
    (tmp_path / "list.m3u8").write_text("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n")
    assert broken(tmp_path / "list.m3u8") == "unknown_format"
    assert broken(picture(tmp_path / "wide.png", (5000, 4))) == "too_wide"


def test_a_hall_without_a_playlist_shows_none(shelf: PlaylistShelf) -> None:
    shelf.refresh()
    assert (due(shelf), shelf.faults, shelf.problems) == ([], (), ())


def test_what_is_due_follows_hours_and_zones(shelf: PlaylistShelf, folder: Path) -> None:
    for name in ("a.png", "b.png"):
        picture(folder / name)
    manifest(folder, 'file = "a.png"\nhours = ["07:30-08:30"]', 'file = "b.png"\nzones = ["A"]')
    shelf.refresh()
    assert due(shelf) == ["a.png", "b.png"]
    assert due(shelf, minutes=30) == ["b.png"]
    assert due(shelf, zone="B") == ["a.png"]


def test_a_broken_file_is_named_and_skipped_and_mended_without_a_restart(
    shelf: PlaylistShelf, folder: Path
) -> None:
    picture(folder / "a.png")
    (folder / "b.png").write_text("no picture")
    manifest(folder, 'file = "b.png"', 'file = "a.png"')
    shelf.refresh()
    assert due(shelf) == ["a.png"]
    assert [tuple(one) for one in shelf.faults] == [("b.png", "unknown_format")]
    picture(folder / "b.png")
    os.utime(folder / "b.png", ns=(1, 1))
    shelf.refresh()
    assert (due(shelf), shelf.faults) == (["b.png", "a.png"], ())


def test_a_film_that_no_process_could_try_takes_nothing_away_and_is_tried_again(
    shelf: PlaylistShelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture(folder / "a.png")
    film(folder / "b.mp4")
    manifest(folder, 'file = "b.mp4"', 'file = "a.png"')
    with monkeypatch.context() as crowded:
        crowded.setattr(sys, "executable", str(folder / "no-room"))
        shelf.refresh()
    assert due(shelf) == ["a.png"]
    assert [tuple(one) for one in shelf.faults] == [("b.mp4", "untried")]
    shelf.refresh()
    assert (due(shelf), shelf.faults) == (["b.mp4", "a.png"], ())


def test_bytes_are_found_by_their_hash_and_no_others(shelf: PlaylistShelf, folder: Path) -> None:
    picture(folder / "a.png")
    manifest(folder, 'file = "a.png"')
    shelf.refresh()
    (entry,) = shelf.due("", EIGHT_O_CLOCK)
    assert shelf.path(entry.digest) == folder / "a.png"
    assert shelf.path("../playlist.toml") is None


def test_a_clip_is_shown_whole_even_if_it_lasts_longer(shelf: PlaylistShelf, folder: Path) -> None:
    clip(folder / "long.webp", frames=4, lasts_ms=1000)
    manifest(folder, 'file = "long.webp"\nseconds = 2')
    shelf.refresh()
    assert shelf.due("", EIGHT_O_CLOCK)[0].seconds == 4
