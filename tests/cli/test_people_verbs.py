"""``hallctl people``: accounts from the command line, each verb with what it says."""

import re
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.hall_clients import new_hall, serve
from tests.verbs import app
from tests.web.browsers import PASSWORD, Browser

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
runner = CliRunner()


def hallctl(*arguments: str, typed: str = "") -> Result:
    return runner.invoke(app, list(arguments), input=typed)


@pytest.fixture
def hall(tmp_path: Path) -> str:
    return str(new_hall(tmp_path / "hall", "commune"))


def people(hall: str, verb: str, *rest: str, typed: str = "") -> Result:
    return hallctl("people", verb, *rest, "--hall", hall, typed=typed)


def test_a_new_hall_shows_its_first_administrator_s_code_once(tmp_path: Path) -> None:
    made = hallctl("init", str(tmp_path / "hall"))
    assert CODE.search(made.output)
    assert "admin" in people(str(tmp_path / "hall"), "list").output


def test_serving_a_hall_without_accounts_makes_the_first(hall: str) -> None:
    with serve(Path(hall)) as serving:
        assert serving.stop() == 0
        assert serving.process.stdout is not None
    assert "admin  administrator" in people(hall, "list").output


def test_an_account_is_added_shown_locked_and_removed(hall: str) -> None:
    added = people(hall, "add", "lan", "--name", "Nguyễn Thị Lan", "--role", "official")
    assert added.exit_code == 0
    assert CODE.search(added.output)
    assert people(hall, "list").output == "lan  official  Nguyễn Thị Lan  has a one-time code\n"
    assert people(hall, "pin", "lan", typed="482913\n").exit_code == 0
    assert people(hall, "badge", "lan", typed="CB-000123\n").exit_code == 0
    assert people(hall, "lock", "lan").exit_code == 0
    assert "locked, has a one-time code, PIN, badge" in people(hall, "list").output
    assert people(hall, "unlock", "lan").exit_code == 0
    assert people(hall, "remove", "lan").exit_code == 0
    assert people(hall, "list").output == ""
    told = people(hall, "log").output
    assert "account_removed" in told
    assert told.endswith("6 lines, unbroken\n")
    assert "482913" not in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("lock", "nobody"), "there is no account 'nobody'"),
        (("password", "nobody"), "there is no account 'nobody'"),
        (("add", "Lan!", "--name", "Lan", "--role", "official"), "is no account name"),
        (("add", "lan", "--name", " ", "--role", "official"), "a person's name has"),
        (
            ("add", "lan", "--name", "Lan", "--role", "head", "--department", "moon"),
            "there is no department 'moon'",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    hall: str, arguments: tuple[str, ...], words: str
) -> None:
    said = people(hall, *arguments)
    assert said.exit_code == 1
    assert words in said.output
    assert said.output.count("\n") == 1


def test_a_poor_pin_is_said_in_one_line(hall: str) -> None:
    people(hall, "add", "lan", "--name", "Lan", "--role", "official")
    said = people(hall, "pin", "lan", typed="111111\n")
    assert (said.exit_code, said.output) == (
        1,
        "hallctl: that PIN is easy to guess; use more different digits, and not in a row\n",
    )


def test_no_directory_becomes_a_hall_by_asking_for_its_people(tmp_path: Path) -> None:
    said = people(str(tmp_path), "list")
    assert said.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_lock_reaches_the_running_controller_at_once(hall: str) -> None:
    code = CODE.search(people(hall, "add", "lan", "--name", "Lan", "--role", "inspector").output)
    assert code is not None
    with serve(Path(hall)) as serving:
        browser = Browser(serving.port)
        assert browser.sign_in("lan", code[0]).status == 303
        key = browser.get("/password").form_key
        form = {"form_key": key, "old": code[0], "new": PASSWORD, "again": PASSWORD}
        assert browser.post("/password", form).status == 303
        assert browser.get("/account").status == 200
        people(hall, "lock", "lan")
        assert browser.get("/account").status == 303


def test_verify_proves_the_record_as_well(hall: str) -> None:
    with serve(Path(hall)) as serving:
        assert serving.stop() == 0
    people(hall, "add", "lan", "--name", "Lan", "--role", "official")
    assert "record: 2 lines, unbroken" in hallctl("verify", hall).output
    with sqlite3.connect(Path(hall) / "people.db") as database:
        database.execute("drop trigger record_is_append_only_1")
        database.execute("update record set about = 'minh head' where number = 2")
    said = hallctl("verify", hall)
    assert said.exit_code == 1
    assert "line 2 of the record is not what was written down" in said.output
