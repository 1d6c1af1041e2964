"""Where a demo may begin, and where it keeps its hands off."""

from pathlib import Path

import pytest

from hallctl.demo import DemoError
from hallctl.demo.controller_thread import ControllerThread
from hallctl.demo.hall_on_disk import clock_of, new_hall, past_of
from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.verifying import verify
from tests.hall_clients import start_hallctl


def test_a_folder_with_somebodys_files_is_refused_in_one_line_and_left_alone(
    tmp_path: Path,
) -> None:
    letters = tmp_path / "letters"
    (letters / "hall").mkdir(parents=True)
    (letters / "hall" / "to-my-sister.txt").write_text("Dear")
    process = start_hallctl("demo", "--headless", "--people", "1", "--out", str(letters))
    said, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said == ""
    (line,) = errors.splitlines()
    assert line.startswith(f"hallctl: {letters} is not empty")
    assert [path.name for path in sorted(letters.rglob("*"))] == ["hall", "to-my-sister.txt"]
    assert (letters / "hall" / "to-my-sister.txt").read_text() == "Dear"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(DemoError):
        new_hall(file)
    assert file.read_text() == "mine"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert new_hall(tmp_path).directory == tmp_path / "hall"


def test_a_demo_s_hall_may_have_a_past_that_is_whole(tmp_path: Path) -> None:
    settings = new_hall(tmp_path, past_of(3, seed=5))
    verdict = verify(HallDirectory(settings.directory).journal, lambda _done: None)
    assert verdict.problem == ""
    assert verdict.facts > 1000
    assert verdict.dossiers > 10
    assert past_of(0, seed=5) is None


def test_a_demo_that_is_running_is_not_swept_away(tmp_path: Path) -> None:
    settings = new_hall(tmp_path)
    controller = ControllerThread(settings, clock_of(settings.plan))
    try:
        with pytest.raises(DemoError, match="another demo is running"):
            new_hall(tmp_path)
        assert HallDirectory(tmp_path / "hall").address.exists()
    finally:
        controller.stop()
    assert new_hall(tmp_path)


def test_a_controller_that_cannot_begin_says_why(tmp_path: Path) -> None:
    settings = new_hall(tmp_path)
    with HallDirectory(settings.directory).held(), pytest.raises(HallBusyError):
        ControllerThread(settings, clock_of(settings.plan))


def test_the_demos_day_is_a_working_day(tmp_path: Path) -> None:
    plan = new_hall(tmp_path).plan
    assert clock_of(plan).today().isoweekday() in plan.weekdays
