"""``hallctl search`` and ``hallctl catalogue import``, as technicians and scripts use them."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tests.catalogue.listings import BIRTH, COPY, csv_file, excel_file
from tests.hall_clients import new_hall
from tests.verbs import app


def say(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A commune hall whose catalogue holds births and copies."""
    hall = new_hall(tmp_path / "hall", "commune")
    csv_file(hall / "catalogue.csv", BIRTH, COPY)
    return hall


def test_search_says_the_code_the_name_and_whose_number(hall: Path) -> None:
    result = say("search", "lam", "giay", "khai", "sinh", "--hall", hall)
    assert result.exit_code == 0
    assert result.stdout == (
        "1.001193  Thủ tục đăng ký khai sinh\n          here: number A, Hộ tịch\n"
    )


def test_search_in_json_gives_what_the_network_gives(hall: Path) -> None:
    (found,) = json.loads(say("search", "khai sinh", "--hall", hall, "--json").stdout)
    assert (found["procedure"], found["queue"]["service"]) == ("1.001193", "civil-status")


def test_search_that_finds_nothing_fails(hall: Path) -> None:
    result = say("search", "qwertz", "--hall", hall)
    assert (result.exit_code, result.stderr) == (1, "hallctl: no procedure answers to 'qwertz'\n")
    in_json = say("search", "qwertz", "--hall", hall, "--json")
    assert (in_json.exit_code, in_json.stdout) == (1, "[]\n")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"service": ""}, "elsewhere: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
        (
            {"elsewhere": "Sở Tư pháp", "elsewhere_why": "thẩm quyền tỉnh"},
            "elsewhere: Sở Tư pháp (thẩm quyền tỉnh)",
        ),
        (
            {"here_from": "2999-01-01", "elsewhere": "Sở Tư pháp"},
            "here from 2999-01-01; until then elsewhere: Sở Tư pháp",
        ),
        ({"here_from": "2020-01-01"}, "here: number A, Hộ tịch"),
    ],
)
def test_search_says_where(hall: Path, cells: dict[str, object], said: str) -> None:
    csv_file(hall / "catalogue.csv", BIRTH | cells)
    assert say("search", "khai sinh", "--hall", hall).stdout.splitlines()[1].strip() == said


def test_an_import_says_what_changes_and_keeps_the_version(hall: Path, tmp_path: Path) -> None:
    death = BIRTH | {"code": "1.000656", "name": "Thủ tục đăng ký khai tử"}
    book = excel_file(tmp_path / "new.xlsx", BIRTH | {"counter_fee": "8000"}, death)
    dry = say("catalogue", "import", book, "--hall", hall, "--effective", "2026-12-01", "--dry-run")
    assert dry.exit_code == 0
    assert dry.stdout.splitlines() == [
        "+ 1.000656  Thủ tục đăng ký khai tử",
        "- 2.000815  Chứng thực bản sao từ bản chính",
        "~ 1.001193  counter_fee: 0 → 8000",
        "2 procedures: 1 added, 1 removed, 1 changed, 0 as before; nothing was written",
    ]
    assert not (hall / "catalogue").exists()
    done = say("catalogue", "import", book, "--hall", hall, "--effective", "2026-12-01")
    assert done.stdout.splitlines()[:3] == dry.stdout.splitlines()[:3]
    assert "in force from 2026-12-01" in done.stdout
    assert [one.name for one in (hall / "catalogue").iterdir()] == ["2026-12-01.csv"]
    again = say("catalogue", "import", book, "--hall", hall, "--effective", "2026-12-01")
    assert again.stdout == "nothing changes: 2 procedures as before; nothing was written\n"


def test_an_import_in_json_is_one_object(hall: Path, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "new.csv", BIRTH)
    report = json.loads(say("catalogue", "import", file, "--hall", hall, "--json").stdout)
    assert (report["procedures"], report["written"], report["same"]) == (1, True, 1)
    assert [one["code"] for one in report["removed"]] == ["2.000815"]


def test_remarks_name_a_few_codes_and_count_the_rest(hall: Path, tmp_path: Path) -> None:
    rows = [BIRTH | {"code": f"1.{number:06}", "counter_time": "5"} for number in range(10)]
    result = say("catalogue", "import", csv_file(tmp_path / "new.csv", *rows), "--hall", hall)
    (remark,) = [line for line in result.stdout.splitlines() if line.startswith("! ")]
    assert remark.endswith(
        ": 1.000000, 1.000001, 1.000002, 1.000003, 1.000004, 1.000005,"
        " 1.000006, 1.000007 and 2 more"
    )


def test_bad_rows_are_all_named_and_nothing_is_imported(hall: Path, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "new.csv", BIRTH | {"counter_time": "x"}, COPY | {"name": ""})
    result = say("catalogue", "import", file, "--hall", hall)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("hallctl: new.csv: row 2, counter_time: ")
    assert "new.csv: row 3, name: is empty" in result.stderr
    assert not (hall / "catalogue").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "none.csv"), "none.csv: can't be read: No such file or directory"),
        (("import", "none.csv", "--effective", "1/12"), "'1/12' is no day"),
    ],
)
def test_what_can_not_be_imported_is_one_clear_line(
    hall: Path, words: tuple[str, ...], said: str
) -> None:
    result = say("catalogue", *words, "--hall", hall)
    assert result.exit_code == 1
    assert said in result.stderr


def test_check_counts_the_procedures_and_names_what_is_wrong_with_them(hall: Path) -> None:
    assert say("check", hall).stdout.endswith(", 2 procedures\n")
    csv_file(hall / "catalogue.csv", BIRTH | {"service": "civil"})
    result = say("check", hall)
    assert result.exit_code == 1
    assert "catalogue.csv: row 2, service: the hall has no 'civil'" in result.stderr
