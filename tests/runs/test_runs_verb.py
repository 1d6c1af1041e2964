"""``hallctl runs``, ``status`` and ``verify`` on a hall whose couriers have lost one dossier."""

import csv
import io
from pathlib import Path

import pytest

from hallctl.samples import write_sample
from tests.forms.pdf import needs_poppler, words_on
from tests.journal.back_office_day import live_a_full_day_with_runs
from tests.journal.lived_in import lived_in
from tests.journal.one_hall import in_a_hall
from tests.verbs import problem, said, say, told

DAY = "2026-11-24"
LOST = "H00.01-261124-0007"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("hall"), live_a_full_day_with_runs)


def test_the_day_s_runs_are_listed_with_what_is_missing(hall: Path) -> None:
    lines = said("runs", "--day", DAY, "--hall", hall).splitlines()
    assert lines[0].startswith(
        f"{DAY}-1  2 out, 1 in, 0 on the way, 1 missing, 0 brought back  over"
    )
    assert lines[1].startswith(f"{DAY}-2  1 out, 1 in, 0 on the way, 0 missing, 0 brought back")
    assert lines[2:] == [f"  {DAY}-1 row 2  {LOST}  out  environment  missing"]


def test_what_is_missing_gives_a_status(hall: Path) -> None:
    result = say("runs", "--missing", "--hall", hall)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [f"  {DAY}-1 row 2  {LOST}  out  environment  missing"]


def test_a_run_is_told_as_json_and_csv(hall: Path) -> None:
    answer = told("runs", "--run", f"{DAY}-1", "--hall", hall)
    assert (answer["run"]["scanned_out"], answer["run"]["missing"]) == (2, 1)
    assert [one["state"] for one in answer["items"]] == ["in", "missing"]
    sheet = list(
        csv.DictReader(io.StringIO(said("runs", "--run", f"{DAY}-1", "--csv", "--hall", hall)))
    )
    assert [one["dossier"] for one in sheet] == [one["dossier"] for one in answer["items"]]
    day = told("runs", "--day", DAY, "--hall", hall)
    assert ([one["trip"] for one in day["runs"]], len(day["missing"])) == ([1, 2], 1)


@needs_poppler
def test_a_run_s_manifests_are_written(hall: Path, tmp_path: Path) -> None:
    paper = tmp_path / "out" / "manifest.pdf"
    assert said("runs", "--run", f"{DAY}-1", "--pdf", paper, "--hall", hall) == f"{paper}\n"
    assert LOST in words_on(paper.read_bytes())


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--run", "yesterday"), "there is no run 'yesterday'; 'hallctl runs --day D' lists them"),
        (("--day", "31/11"), "'31/11' is no day; write it such as 2026-02-13"),
        (("--pdf", "x.pdf"), "name the run whose manifests are wanted: --run 2026-11-23-2"),
    ],
)
def test_what_makes_no_sense_is_told(hall: Path, words: tuple[str, ...], complaint: str) -> None:
    assert problem("runs", "--hall", hall, *words) == f"hallctl: {complaint}\n"


def test_a_hall_that_has_lost_nothing_says_so(tmp_path: Path) -> None:
    write_sample(tmp_path / "hall", "commune")

    async def quiet(_hall: object) -> None:
        """Nothing happens."""

    in_a_hall(tmp_path / "hall" / "hall.db", quiet)
    assert said("runs", "--missing", "--hall", tmp_path / "hall") == "nothing is missing\n"


def test_verify_proves_the_runs(hall: Path) -> None:
    assert (
        "courier runs: 2; nothing is on two, nothing unaccounted for"
        in said("verify", hall).splitlines()
    )
