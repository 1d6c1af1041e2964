"""``hallctl looks``: the log of looks, for whoever answers for personal data."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.hall_directory import HallDirectory
from hallctl.samples import write_sample
from tests.applicants.people import CODE, DIEM, LAN, OTHER_CODE, Clock
from tests.verbs import app


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A hall in whose store somebody was kept and looked at."""
    write_sample(tmp_path, "commune")
    directory = HallDirectory(tmp_path)
    store = Applicants(directory.applicants, directory.applicants_key(), Clock())
    store.keep(CODE, DIEM, LAN)
    store.contact(CODE, Looker("notices"))
    store.close()
    return tmp_path


def said(hall: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["looks", *arguments, "--hall", str(hall)])
    return result.exit_code, result.output


def test_it_tells_who_looked_and_when_and_never_at_what(hall: Path) -> None:
    code, output = said(hall, CODE.lower())
    assert code == 0
    assert output.splitlines() == [
        "2026-11-20 09:00:00  kept by lan at counter-1",
        "2026-11-20 09:00:00  contacted by notices",
    ]
    assert "Diễm" not in output


def test_it_tells_the_same_in_json(hall: Path) -> None:
    code, output = said(hall, CODE, "--json")
    assert code == 0
    assert [one["act"] for one in json.loads(output)] == ["kept", "contacted"]


@pytest.mark.parametrize("dossier", [OTHER_CODE, "A017"])
def test_where_there_is_nothing_to_tell_it_fails(hall: Path, dossier: str) -> None:
    code, _ = said(hall, dossier)
    assert code == 1


def test_asking_makes_no_store(tmp_path: Path) -> None:
    write_sample(tmp_path, "commune")
    assert said(tmp_path, CODE)[0] == 1
    assert not (tmp_path / "applicants.db").exists()
