"""``hallctl due``, ``dossier``, ``counts`` and ``verify``, on a hall that lived a day of dossiers."""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from hallctl.samples import write_sample
from hallctl.settings import read_hall
from tests.journal.full_day import live_a_full_day_with_corrections, live_a_full_day_with_dossiers
from tests.journal.lived_in import lived_in
from tests.verbs import problem, said, told

CODE = "H00.01-261124-0001"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A provincial hall's settings beside the journal of a full day."""
    return lived_in(tmp_path_factory.mktemp("hall"), live_a_full_day_with_dossiers)


@pytest.fixture
def hall(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "hall"))


def due(hall: Path, *words: object) -> Any:
    return told("due", "--hall", hall, *words)


def test_due_says_the_time_and_each_step(hall: Path) -> None:
    asked = ("--procedure", "1.000045", "--received", "2026-02-13T15:20")
    lines = said("due", "--hall", hall, *asked).splitlines()
    assert lines == [
        "17:00 Tuesday 24 February 2026",
        "  Received complete and valid at 15:20 Friday 13 February 2026",
        "  Time limit 2 working days",
        "  Monday 16 February 2026 is off: Giao thừa Tết Nguyên Đán",
        "  Tuesday 17 February 2026 is off: Tết Nguyên Đán",
        "  Wednesday 18 February 2026 is off: Mùng hai Tết Nguyên Đán",
        "  Thursday 19 February 2026 is off: Mùng ba Tết Nguyên Đán",
        "  Friday 20 February 2026 is off: Mùng bốn Tết Nguyên Đán",
        "  Due at 17:00 Tuesday 24 February 2026",
    ]
    assert said("due", "--hall", hall, *asked, "--language", "vi").startswith("17:00 thứ Ba 24/02")


def test_due_in_json_holds_every_step_with_its_words(hall: Path) -> None:
    answer = due(hall, "--procedure", "1.000045", "--received", "2026-02-13T15:20")
    assert answer["due_at"] == "2026-02-24T17:00"
    assert [step["kind"] for step in answer["steps"]] == [
        "received",
        "term",
        *["day_off"] * 5,
        "due",
    ]
    assert answer["steps"][1]["words"]["vi"] == "Thời hạn giải quyết 2 ngày làm việc"


@pytest.mark.parametrize(
    ("mode", "due_at"),
    [
        ("end_of_day", "2026-02-24T17:00"),
        ("same_minute", "2026-02-24T15:20"),
        ("working_hours", "2026-02-24T16:20"),
    ],
)
def test_due_knows_the_three_modes(hall: Path, mode: str, due_at: str) -> None:
    asked = ("--procedure", "1.000045", "--received", "2026-02-13 15:20", "--mode", mode)
    assert due(hall, *asked)["due_at"] == due_at


def test_due_knows_the_rule_of_fifteen_o_clock(hall: Path) -> None:
    procedures = read_hall(hall).plan.dossiers.catalogues[-1].procedures
    ruled = [one for one in procedures.values() if one.has_cut_off]
    assert len(ruled) == 6
    for one in ruled:
        asked = ("--procedure", one.procedure, "--channel", "online", "--received")
        assert due(hall, *asked, "2026-08-21T15:00")["due_at"] == "2026-08-21T17:00"
        assert due(hall, *asked, "2026-08-21T15:01")["due_at"] == "2026-08-22T17:00"


@pytest.mark.parametrize(
    ("procedure", "received", "words"),
    [
        ("9.9", "2026-02-13T15:20", "the catalogue of 13/02/2026 has no procedure '9.9'"),
        ("1.000045", "yesterday", "'yesterday' is no time; write it such as 2026-02-13T15:20"),
        ("1.000045", "9999-12-31T10:00", "31/12/9999 is beyond the calendar"),
    ],
)
def test_due_says_what_it_can_not_reckon(
    hall: Path, procedure: str, received: str, words: str
) -> None:
    asked = ("--procedure", procedure, "--received", received)
    assert problem("due", "--hall", hall, *asked) == f"hallctl: {words}\n"


def test_due_says_where_else_a_procedure_is_handled(hall: Path) -> None:
    procedures = read_hall(hall).plan.dossiers.catalogues[-1].procedures
    other = next(one for one in procedures.values() if one.elsewhere)
    words = problem(
        "due", "--hall", hall, "--procedure", other.procedure, "--received", "2026-02-13"
    )
    assert words == f"hallctl: {other.procedure} is handled elsewhere: {other.elsewhere.where}\n"


def test_due_says_when_the_catalogue_knows_no_time_limit(hall: Path) -> None:
    procedures = read_hall(hall).plan.dossiers.catalogues[-1].procedures
    silent = next(one for one in procedures.values() if not one.elsewhere and not one.term("post"))
    asked = ("--procedure", silent.procedure, "--received", "2026-02-13T15:20")
    words = f"hallctl: the catalogue knows no time limit of {silent.procedure}\n"
    assert problem("due", "--hall", hall, *asked) == words


def test_a_dossier_is_told_with_every_hand(hall: Path) -> None:
    lines = said("dossier", CODE.lower(), "--hall", hall).splitlines()
    assert lines[0] == CODE
    assert "  state      returned" in lines
    assert "  finished   early" in lines
    steps = [line.split("  ")[2].split(",")[0] for line in lines[5:]]
    assert steps == [
        "receive",
        "forward",
        "take up",
        "request supplement",
        "resume",
        "finish",
        "return",
    ]


def test_a_dossier_in_json_is_all_there_is(hall: Path) -> None:
    record = told("dossier", CODE, "--hall", hall)
    assert record["state"] == "returned"
    assert record["punctuality"] == "early"
    assert [step["step"] for step in record["steps"]][-1] == "return"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("H00.01-261124-0099", "there is no dossier H00.01-261124-0099"),
        ("H00.01-261324-0001", "'H00.01-261324-0001' is no dossier code: there is no day 261324"),
    ],
)
def test_a_dossier_nobody_knows_is_told_so(hall: Path, code: str, words: str) -> None:
    assert problem("dossier", code, "--hall", hall) == f"hallctl: {words}\n"


def test_counts_are_lines_and_a_total(hall: Path) -> None:
    answer = told("counts", "--from", "2026-11-01", "--to", "2026-11-30", "--hall", hall)
    assert (answer["from"], answer["to"], answer["by"]) == (
        "2026-11-01",
        "2026-11-30",
        "department",
    )
    assert [line["key"] for line in answer["rows"]] == ["environment"]
    total = answer["total"]
    assert (total["received"], total["finished"], total["returned"]) == (5, 1, 1)
    assert (total["refused"], total["withdrawn"], total["stopped"]) == (1, 1, 1)
    assert (total["in_process_in_time"], total["in_process_overdue"]) == (1, 0)
    assert (total["in_time_share"], total["late_share"]) == ("100.00", "0.00")
    assert total["reconciles"]


@pytest.mark.parametrize("by", ["department", "field", "official", "channel", "day"])
def test_counts_are_the_same_as_a_table_and_as_csv(hall: Path, by: str) -> None:
    asked = ("counts", "--from", "2026-11-01", "--to", "2026-11-30", "--hall", hall, "--by", by)
    sheet = list(csv.reader(io.StringIO(said(*asked, "--csv"))))
    assert sheet[0][:3] == [by, "carried_over", "received"]
    assert sheet[-1][:3] == ["total", "0", "5"]
    table = said(*asked).partition("\n\n")[0].splitlines()
    assert len(table) == len(sheet)
    assert table[-1].split()[:3] == ["total", "0", "5"]
    rows = told(*asked)["rows"]
    assert [str(line["received"]) for line in rows] == [line[2] for line in sheet[1:-1]]


def test_nothing_has_no_share(hall: Path) -> None:
    asked = ("counts", "--from", "2020-01-01", "--to", "2020-12-31", "--hall", hall)
    assert told(*asked)["total"]["in_time_share"] == "—"
    assert said(*asked, "--csv").splitlines()[-1].endswith(",,,")
    table, _, published = said(*asked).partition("\n\n")
    assert table.splitlines()[-1].endswith("—")
    assert published.startswith("0 received, 0 of them online (—)")


def test_today_is_meant_when_no_day_is_named(hall: Path) -> None:
    answer = told("counts", "--hall", hall)
    assert answer["from"] == answer["to"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-31", "2026-12-01", "'2026-11-31' is no day; write it such as 2026-02-13"),
        (
            "2026-12-02",
            "2026-12-01",
            "the period ends on 2026-12-01, before it begins on 2026-12-02",
        ),
    ],
)
def test_a_period_that_is_none_is_refused(hall: Path, first: str, last: str, words: str) -> None:
    asked = ("counts", "--hall", hall, "--from", first, "--to", last)
    assert problem(*asked) == f"hallctl: {words}\n"


@pytest.mark.parametrize("verb", [("counts",), ("dossier", CODE)])
def test_a_hall_without_a_journal_is_told_so(tmp_path: Path, verb: tuple[str, ...]) -> None:
    write_sample(tmp_path / "hall", "commune")
    assert problem(*verb, "--hall", tmp_path / "hall").endswith(
        "hall.db: there is no journal here\n"
    )


@pytest.mark.parametrize("verb", [("counts",), ("dossier", CODE)])
def test_a_ledger_of_before_dossiers_is_told_so(tmp_path: Path, verb: tuple[str, ...]) -> None:
    write_sample(tmp_path / "hall", "commune")
    old = Path(__file__).parents[1] / "samples" / "journal-0.1.db"
    shutil.copy(old, tmp_path / "hall" / "hall.db")
    words = problem(*verb, "--hall", tmp_path / "hall")
    assert words.endswith("hall.db: its ledger has no dossiers yet; 'hallctl rebuild' makes it\n")


def test_verify_proves_the_dossiers(hall: Path) -> None:
    lines = said("verify", hall).splitlines()
    assert lines[1:] == ["dossiers: 5; every day, department and official reconciles"]


def test_sealed_days_stand_beside_what_they_have_become(tmp_path: Path) -> None:
    hall = lived_in(tmp_path / "hall", live_a_full_day_with_corrections)
    span = ("--from", "2026-11-23", "--to", "2026-11-24", "--hall", hall)
    found = told("counts", "--sealed", *span)
    assert [(one["day"], one["part"]) for one in found["days"]] == [
        ("2026-11-23", "visits"),
        ("2026-11-24", "dossiers"),
        ("2026-11-24", "visits"),
    ]
    assert found["days"][1]["correction"]["refused"] == -1
    assert {one["kind"] for one in found["corrections"]} == {
        "undone_step",
        "struck_dossier",
        "struck_rating",
    }
    lines = said("counts", "--sealed", *span).splitlines()
    assert [line.split()[0] for line in lines if "rrect" in line][:2] == ["correction", "corrected"]
    assert lines[-1].endswith("by admin: nhập nhầm")


def test_a_period_without_seals_says_so(hall: Path) -> None:
    asked = ("counts", "--sealed", "--from", "2020-01-01", "--to", "2020-12-31", "--hall", hall)
    assert said(*asked).strip() == "no day of this period is sealed"
