"""What is held about somebody is given to them, and forgotten when they ask; backups bring nobody back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.applicants.people import DIEM
from tests.hall_clients import wish
from tests.retention.test_the_walk import VISITOR, Later, ended, fed_in
from tests.retention.walking import files_with
from tests.verbs import problem, said
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall", Later("Asia/Ho_Chi_Minh"))
    yield hall
    hall.close()


def test_everything_that_is_held_is_told_however_the_number_is_written(hall: HallAtWork) -> None:
    dossier = fed_in(hall)
    path = hall.directory.path
    for asked in (
        ("--identity", "001190 000123"),
        ("--phone", "+84900000123"),
        ("--email", DIEM.email),
    ):
        told = json.loads(said("person", "export", *asked, "--hall", path))
        (mine,) = told["applicants"]
        assert (mine["dossier"], mine["name"], mine["phone"]) == (dossier, DIEM.name, DIEM.phone)
        assert mine["looks"], "and who looked"
        assert told["visitors"] == told["complainants"] == []
    told = json.loads(said("person", "export", "--phone", VISITOR.phone, "--hall", path))
    assert [one["name"] for one in told["visitors"]] == [VISITOR.name]
    assert "everything about a person: 1 entries" in said("people", "log", "--hall", path)


def test_nobody_in_particular_is_nobody(hall: HallAtWork) -> None:
    fed_in(hall)
    assert "say who" in problem("person", "export", "--hall", hall.directory.path)
    told = json.loads(said("person", "export", "--phone", "0", "--hall", hall.directory.path))
    assert not any(told.values())


def test_whoever_asks_is_forgotten_once_the_dossier_has_ended(hall: HallAtWork) -> None:
    dossier = fed_in(hall)
    path = hall.directory.path
    asked = ("person", "forget", "--identity", DIEM.identity, "--hall", path)
    assert f"{dossier}: is still being dealt with" in said(*asked)
    assert files_with(path, DIEM.name) == {"applicants.db"}
    ended(hall, dossier)
    assert "applicants: 1 forgotten" in said(*asked)
    for fed in (DIEM.name, DIEM.identity, DIEM.phone, DIEM.email):
        assert files_with(path, fed) == set()
    assert "applicants: 1, on request  by hallctl" in said("retention", "log", "--hall", path)
    assert "nothing is held" in problem(*asked)


def test_a_backup_of_before_brings_nobody_back(hall: HallAtWork, tmp_path: Path) -> None:
    dossier = fed_in(hall)
    ended(hall, dossier)
    path, backups = hall.directory.path, tmp_path / "backups"
    kept = said("backup", path, "--to", backups).partition(":")[0]
    said("person", "forget", "--identity", DIEM.identity, "--hall", path)
    granted(hall.wire().ask(wish("ReceiveDossier", procedure=FIVE_DAYS)))
    said("backup", path, "--to", backups)  # any later one takes the list along
    told = said("restore", kept, tmp_path / "again")
    assert "1 who had asked to be forgotten are forgotten again" in told
    assert files_with(tmp_path / "again", DIEM.name) == set()
    assert files_with(tmp_path / "again", VISITOR.name) == {"appointments.db"}
