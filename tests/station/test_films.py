"""Films frame by frame: fitted, at their own pace, and never later than they are."""

from itertools import islice
from pathlib import Path

import pytest

from hallctl.station import films
from hallctl.station.film_files import BrokenFilmError, FilmSize, is_film
from tests.playlist.files import FILMS, picture

BOTH = pytest.mark.parametrize("film", [FILMS / "film.mp4", FILMS / "film.webm"], ids=str)


def half(size: tuple[int, int]) -> tuple[int, int]:
    return size[0] // 2, size[1] // 2


@BOTH
def test_a_film_is_known_by_how_it_begins(film: Path, tmp_path: Path) -> None:
    (tmp_path / "film.txt").write_bytes(film.read_bytes())
    assert is_film(tmp_path / "film.txt")
    assert not is_film(picture(tmp_path / "film.png"))


@BOTH
def test_its_size_is_told(film: Path) -> None:
    assert films.size_of(film) == FilmSize(160, 90, 30, 1.2)


@BOTH
def test_every_frame_comes_in_the_size_that_is_wanted(
    film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "monotonic", lambda: 1.0)
    frames = list(films.frames_of_film(film, half))
    assert {one.image.shape for one in frames} == {(45, 80, 4)}
    assert [one.lasts_ms for one in frames] == [40.0] * 30


@BOTH
def test_whoever_asks_late_misses_frames_and_no_time(
    film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1.0]
    monkeypatch.setattr(films, "monotonic", lambda: now[0])
    reading = films.frames_of_film(film, half)
    first = next(reading).image
    now[0] += 0.6
    later = next(reading).image
    rest = len(list(islice(reading, 30)))
    assert (first[20, 40, 2], later[20, 40, 1]) == (
        179,
        121,
    )  # red at once, green after half a second
    assert 12 <= rest <= 16


def test_what_only_looks_like_a_film_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    with pytest.raises(BrokenFilmError):
        films.size_of(tmp_path / "a.mp4")
    with pytest.raises(BrokenFilmError):
        next(films.frames_of_film(tmp_path / "a.mp4", half))
