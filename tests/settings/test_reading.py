"""A hall.toml in order becomes the plan, the stations and the server."""

from datetime import time
from pathlib import Path

import pytest

from hallctl.core.calendar import Shift
from hallctl.core.plan import Words
from hallctl.settings import Server, SettingsError, Station, read_hall
from tests.settings.conftest import SMALL_HALL


def test_the_plan_holds_what_the_technician_wrote(hall_directory: Path) -> None:
    plan = read_hall(hall_directory).plan
    assert plan.hall == Words("Một cửa", "Hall")
    assert [service.letter for service in plan.services] == ["A", "B"]
    assert plan.counters[0].services == ("civil-status", "land")
    assert plan.shifts == (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17)))
    assert plan.rules.groups[0].rate == 2.0
    assert plan.weekdays == (1, 2)


def test_stations_and_server_stand_beside_the_plan(hall_directory: Path) -> None:
    settings = read_hall(hall_directory)
    assert settings.directory == hall_directory
    assert settings.station("sign-1") == Station(name="sign-1", role="sign", counter="1")
    assert settings.station("sign-2") is None
    assert settings.server == Server(host="127.0.0.1", port=8080, public_url="")


def test_a_public_url_loses_its_last_slash(hall_directory: Path) -> None:
    _rewrite(hall_directory, "port = 8080", 'public_url = "https://hall.example.vn/mot-cua/"')
    assert read_hall(hall_directory).server.public_url == "https://hall.example.vn/mot-cua"


def test_an_emblem_is_found_beside_the_file(hall_directory: Path) -> None:
    (hall_directory / "emblem.svg").write_text("<svg/>")
    _rewrite(hall_directory, "[hours]", 'emblem = "emblem.svg"\n[hours]')
    assert read_hall(hall_directory).plan.emblem == str(hall_directory / "emblem.svg")


@pytest.mark.parametrize(
    "written", ["7:30-11:30", "07h30 – 11h30", "07:30—11:30", " 07:30 - 11:30 "]
)
def test_a_shift_may_be_written_as_people_write_it(hall_directory: Path, written: str) -> None:
    _rewrite(hall_directory, "07:30-11:30", written)
    assert read_hall(hall_directory).plan.shifts[0] == Shift(time(7, 30), time(11, 30))


@pytest.mark.parametrize("written", ["7:30-12h", "7h30 - 12:00"])
def test_a_whole_hour_needs_no_minutes(hall_directory: Path, written: str) -> None:
    _rewrite(hall_directory, "07:30-11:30", written)
    assert read_hall(hall_directory).plan.shifts[0] == Shift(time(7, 30), time(12))


@pytest.mark.parametrize(
    "printer",
    [
        "simulate",
        "tcp://192.0.2.7",
        "tcp://printer.lan:9100",
        "serial:/dev/ttyUSB0",
        "serial:COM3",
    ],
)
def test_a_printer_is_simulated_on_the_network_or_on_a_line(
    hall_directory: Path, printer: str
) -> None:
    _rewrite(hall_directory, '"simulate"', f'"{printer}"')
    assert read_hall(hall_directory).stations[0].printer == printer


def test_an_editor_that_marks_utf8_does_no_harm(hall_directory: Path) -> None:
    (hall_directory / "hall.toml").write_bytes(b"\xef\xbb\xbf" + SMALL_HALL.encode())
    assert read_hall(hall_directory).plan.hall.vi == "Một cửa"


def test_a_hall_without_a_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^hall\.toml: there is none in .*hallctl init DIR$"):
        read_hall(tmp_path)


def test_a_directory_in_the_files_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").mkdir()
    with pytest.raises(SettingsError, match=r"^hall\.toml: can't be read: Is a directory"):
        read_hall(tmp_path)


def test_broken_toml_is_named_with_its_line(hall_directory: Path) -> None:
    _rewrite(hall_directory, "[hours]", "[hours")
    with pytest.raises(SettingsError, match=r"is not valid TOML: .*line 8"):
        read_hall(hall_directory)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("target_minutes = 15", 'target_minutes = "15', "the text in quotes has no end"),
        ("target_minutes = 15", "target_minutes = fifteen", "this is no value; put words between"),
        ("target_minutes = 15", "target_minutes 15", "no = stands after the name; write: name ="),
        ("target_minutes = 15", "target_minutes = 15 16", "more stands here than one value"),
        ("target_minutes = 15", "target_minutes = 15\ntarget_minutes = 16", "keep one of the two"),
    ],
)
def test_the_commonest_slips_are_told_in_plain_words_by_their_line(
    hall_directory: Path, old: str, new: str, told: str
) -> None:
    _rewrite(hall_directory, old, new)
    with pytest.raises(SettingsError, match=rf"hall\.toml: line \d+: .*{told}"):
        read_hall(hall_directory)


def test_text_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_bytes("# Hộ tịch".encode("utf-16"))
    with pytest.raises(SettingsError, match="is not UTF-8 text; save it again as UTF-8"):
        read_hall(tmp_path)


def _rewrite(directory: Path, old: str, new: str) -> None:
    assert old in SMALL_HALL
    (directory / "hall.toml").write_text(SMALL_HALL.replace(old, new, 1), encoding="utf-8")
