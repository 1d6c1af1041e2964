"""Whoever drops the triggers and changes a fact is found out, and the fact is named."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils.utils import sqlite3

from hallctl.journal.chain import FIRST, link
from hallctl.journal.entry import Fact
from hallctl.verifying import Verdict, verify
from tests.core.one_day import MONDAY
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import in_a_hall

FACTS = 33
COLUMNS = ("business_day", "body", "command_id", "actor", "hash")
numbers = st.integers(1, FACTS)


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal as the hall wrote it; never touched, only copied."""
    path = tmp_path_factory.mktemp("genuine") / "hall.db"
    in_a_hall(path, live_a_full_day)
    return path


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tampered") / "hall.db"


def examine(path: Path) -> Verdict:
    return verify(path, lambda _done: None)


def tamper(genuine: Path, scratch: Path, *changes: tuple[str, tuple[object, ...]]) -> str:
    """Change a copy as someone with the file and no scruples would; gives what verify says."""
    for beside in scratch.parent.glob("hall.db*"):
        beside.unlink()
    shutil.copy(genuine, scratch)
    database = sqlite3.connect(scratch)
    database.execute("drop trigger journal_is_append_only_1")
    database.execute("drop trigger journal_is_append_only_2")
    for change, values in changes:
        database.execute(change, values)
    database.commit()
    database.close()
    return examine(scratch).problem


def named(problem: str) -> int:
    """The number of the event that verify names."""
    found = re.match(r"event (\d+) is the first bad one: ", problem)
    assert found, f"not named: {problem!r}"
    return int(found[1])


def test_a_genuine_journal_is_found_whole(genuine: Path) -> None:
    assert examine(genuine) == Verdict(FACTS)


@settings(deadline=None, max_examples=60)
@given(number=numbers, column=st.sampled_from(COLUMNS), junk=st.text(max_size=12))
def test_a_changed_fact_is_named(
    genuine: Path, scratch: Path, number: int, column: str, junk: str
) -> None:
    change = f"update journal set {column} = ? where number = ?"
    value = junk.encode() if column == "hash" else junk
    if column == "body":
        value = f'{{"type":"CounterClosed","at":1,"counter":"{number}"}}'
    assert named(tamper(genuine, scratch, (change, (value, number)))) == number


@settings(deadline=None, max_examples=30)
@given(number=numbers, more=st.integers(1, 9))
def test_a_fact_with_another_time_is_named(
    genuine: Path, scratch: Path, number: int, more: int
) -> None:
    change = "update journal set body = json_set(body, '$.at', at + ?) where number = ?"
    assert named(tamper(genuine, scratch, (change, (more, number)))) == number


@settings(deadline=None, max_examples=28)
@given(number=numbers)
def test_a_removed_fact_is_missed(genuine: Path, scratch: Path, number: int) -> None:
    problem = tamper(genuine, scratch, ("delete from journal where number = ?", (number,)))
    assert named(problem) in {number, number + 1}


@settings(deadline=None, max_examples=28)
@given(number=numbers)
def test_removed_facts_at_the_end_are_missed(genuine: Path, scratch: Path, number: int) -> None:
    problem = tamper(genuine, scratch, ("delete from journal where number >= ?", (number,)))
    assert named(problem) == number


@settings(deadline=None, max_examples=28)
@given(number=st.integers(2, FACTS))
def test_a_fact_taken_out_and_the_gap_closed_is_missed(
    genuine: Path, scratch: Path, number: int
) -> None:
    changes = [("delete from journal where number = ?", (number,))]
    changes += [
        ("update journal set number = number - 1 where number = ?", (later,))
        for later in range(number + 1, FACTS + 1)
    ]
    assert named(tamper(genuine, scratch, *changes)) == number


@settings(deadline=None, max_examples=40)
@given(pair=st.sets(numbers, min_size=2, max_size=2))
def test_swapped_facts_are_named(genuine: Path, scratch: Path, pair: set[int]) -> None:
    first, second = sorted(pair)
    move = "update journal set number = ? where number = ?"
    steps = [(-1, first), (first, second), (second, -1)]
    assert named(tamper(genuine, scratch, *((move, step) for step in steps))) == first


@settings(deadline=None, max_examples=20)
@given(junk=st.binary(max_size=32))
def test_an_added_fact_is_named(genuine: Path, scratch: Path, junk: bytes) -> None:
    body = '{"type":"CounterOpened","at":1795500000000,"counter":"1","official":"x","services":[]}'
    add = "insert into journal values (?, '2026-11-24', ?, 'x', 'admin', ?)"
    assert named(tamper(genuine, scratch, (add, (FACTS + 1, body, junk)))) == FACTS + 1


def test_an_added_fact_that_knows_how_to_hash_was_never_asked_for(
    genuine: Path, scratch: Path
) -> None:
    database = sqlite3.connect(genuine)
    (before,) = database.execute("select hash from journal where number = ?", (FACTS,)).fetchone()
    database.close()
    body = '{"type":"CounterClosed","at":1795500000000,"counter":"3"}'
    hashed = link(before, Fact(FACTS + 1, MONDAY, body), "x", "admin")
    add = "insert into journal values (?, '2026-11-23', ?, 'x', 'admin', ?)"
    assert named(tamper(genuine, scratch, (add, (FACTS + 1, body, hashed)))) == FACTS + 1


@pytest.mark.parametrize(
    "change",
    [
        "delete from answers where first <= 5 and last >= 5",
        "update answers set first = 6 where first = 5",
        "update answers set command_id = 'x' where first = 5",
    ],
)
def test_an_answer_that_was_taken_away_is_missed(genuine: Path, scratch: Path, change: str) -> None:
    """Without it the same command sent again would happen twice."""
    assert named(tamper(genuine, scratch, (change, ()))) == 5


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("update tickets set state = 'finished' where number = 'A002'", "tickets"),
        ("delete from calls where ticket = '2026-11-23-A001'", "calls"),
        ("update daily_counts set longest_wait_ms = longest_wait_ms - 1", "daily_counts"),
        ("update days set opened_at = 0", "days"),
        ("drop table calls", "calls"),
    ],
)
def test_a_ledger_that_differs_is_named(
    genuine: Path, scratch: Path, change: str, table: str
) -> None:
    problem = tamper(genuine, scratch, (change, ()))
    assert problem.startswith(f"the ledger differs from the journal in {table};")


def test_a_file_cut_short_is_found(genuine: Path, scratch: Path) -> None:
    whole = genuine.read_bytes()
    scratch.write_bytes(whole[: len(whole) // 2])
    assert examine(scratch).problem


def test_a_journal_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert "there is no journal here" in examine(tmp_path / "hall.db").problem


def test_a_link_is_over_every_column_and_the_link_before() -> None:
    fact = Fact(1, MONDAY, "{}")
    links = {
        link(FIRST, fact, "id", "admin"),
        link(b"1" * 32, fact, "id", "admin"),
        link(FIRST, fact._replace(number=2), "id", "admin"),
        link(FIRST, fact._replace(business_day=MONDAY.replace(day=1)), "id", "admin"),
        link(FIRST, fact._replace(body="[]"), "id", "admin"),
        link(FIRST, fact, "idadmin", ""),
        link(FIRST, fact, "i", "dadmin"),
    }
    assert len(links) == 7
