"""The journal file: whole entries or nothing, in order, never changed afterwards."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from hallctl.core import events
from hallctl.journal.entry import Answered, Entry, Fact, JournalError, answer_of
from hallctl.journal.sqlite_journal import SqliteJournal, open_database
from tests.core.one_day import EIGHT_O_CLOCK, MONDAY
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import in_a_hall

BODY = f'{{"type":"CounterClosed","at":{EIGHT_O_CLOCK},"counter":"1"}}'


def entry(*numbers: int, command_id: str = "", refusal: str = "") -> Entry:
    facts = tuple(Fact(number, MONDAY, BODY) for number in numbers)
    return Entry(
        command_id=command_id or f"command-{numbers}",
        digest=b"12345678",
        actor="admin",
        facts=facts,
        refusal=refusal,
    )


def test_facts_are_there_when_the_file_is_opened_again(path: Path) -> None:
    journal = SqliteJournal(path)
    assert journal.append(0, [entry(1, 2), entry(3)]) == 3
    journal.close()
    again = SqliteJournal(path)
    assert again.number == 3
    assert [fact.number for fact in again.read()] == [1, 2, 3]
    assert list(again.read(after=2)) == [Fact(3, MONDAY, BODY)]
    assert next(again.read()).event() == events.CounterClosed(at=EIGHT_O_CLOCK, counter="1")
    again.close()


def test_answers_are_kept_beside_the_facts(path: Path) -> None:
    journal = SqliteJournal(path)
    first, refused = (
        entry(1, 2, command_id="one"),
        entry(command_id="two", refusal='{"refused":""}'),
    )
    journal.append(0, [first, refused])
    assert journal.answered("one") == Answered(b"12345678", answer_of(first.facts), False)
    assert journal.answered("two") == Answered(b"12345678", b'{"refused":""}', True)
    assert journal.answered("three") is None
    assert journal.known(["three", "two", "one", "four"]) == {"one", "two"}
    journal.close()


def test_whoever_decided_on_an_older_hall_is_refused(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.append(0, [entry(1)])
    for expected in (0, 2):
        with pytest.raises(JournalError, match=f"decided at {expected}, but it is at 1"):
            journal.append(expected, [entry(2)])
    assert journal.number == 1
    journal.close()


def test_a_second_writer_that_got_in_between_is_refused(path: Path) -> None:
    journal, other = SqliteJournal(path), SqliteJournal(path)
    journal.append(0, [entry(1)])
    with pytest.raises(JournalError, match="UNIQUE"):
        other.append(0, [entry(1, command_id="other")])
    journal.close()
    other.close()


def test_facts_out_of_order_are_not_taken(path: Path) -> None:
    journal = SqliteJournal(path)
    with pytest.raises(JournalError, match="fact 3 came as number 2"):
        journal.append(0, [entry(1), entry(3)])
    assert list(journal.read()) == []
    assert journal.append(0, [entry(1)]) == 1
    journal.close()


def test_an_entry_is_written_whole_or_not_at_all(path: Path) -> None:
    broken = [False]

    def project(database: Database, facts: Sequence[Fact]) -> None:
        if broken[0] and any(fact.number == 3 for fact in facts):
            raise sqlite3.IntegrityError("no such room")

    journal = SqliteJournal(path, project)
    journal.append(0, [entry(1)])
    broken[0] = True
    with pytest.raises(JournalError, match=r"hall\.db: no such room"):
        journal.append(1, [entry(2), entry(3)])
    assert [fact.number for fact in journal.read()] == [1]
    assert journal.answered("command-(2,)") is None
    broken[0] = False
    assert journal.append(1, [entry(2), entry(3)]) == 3
    journal.close()


@pytest.mark.parametrize(
    "change", ["update journal set actor = 'me' where number = 1", "delete from journal"]
)
def test_the_journal_is_append_only(path: Path, change: str) -> None:
    journal = SqliteJournal(path)
    journal.append(0, [entry(1)])
    with pytest.raises(sqlite3.IntegrityError, match="the journal is append-only"):
        journal.database.execute(change)
    journal.close()


def test_a_long_entry_is_written_in_order(path: Path) -> None:
    journal = SqliteJournal(path)
    numbers = range(1, 40)  # more rows than one statement takes
    journal.append(0, [entry(*numbers), *(entry(number) for number in range(40, 75))])
    assert [fact.number for fact in journal.read()] == list(range(1, 75))
    assert len(list(journal.events())) == 74
    journal.close()


def test_all_is_written_and_nothing_seen_while_the_disk_syncs(path: Path) -> None:
    journal = SqliteJournal(path)
    seen: list[int] = []
    journal.syncing = lambda: seen.append(len(list(journal.read())))
    journal.append(0, [entry(1), entry(2)])
    assert seen == [0]
    assert len(list(journal.read())) == 2
    journal.close()


def test_an_id_older_than_the_newest_is_looked_up(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.append(0, [entry(1, command_id="2"), entry(2, command_id="4")])
    assert journal.known(["1", "2", "3", "4", "5"]) == {"2", "4"}
    journal.append(2, [entry(3, command_id="3")])
    journal.close()
    again = SqliteJournal(path)
    assert again.known(["3", "4", "5"]) == {"3", "4"}
    again.close()


def test_a_commit_is_synced_before_it_is_believed(path: Path) -> None:
    journal = SqliteJournal(path)
    (mode,) = journal.database.execute("pragma journal_mode").fetchone()
    (synchronous,) = journal.database.execute("pragma synchronous").fetchone()
    assert (mode, synchronous) == ("wal", 2)
    journal.close()


def test_a_file_that_is_no_database_is_named(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be looked at as one" * 40)
    with pytest.raises(JournalError, match=r"hall\.db: file is not a database"):
        SqliteJournal(path)


def test_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="unable to open"):
        open_database(tmp_path / "nowhere" / "hall.db")


def test_an_engine_that_can_spoil_the_journal_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hallctl.journal.sqlite_journal.SOUND_SQLITE", (99, 0, 0))
    with pytest.raises(JournalError, match="can corrupt the journal"):
        SqliteJournal(path)


def test_no_word_of_a_person_is_in_the_journal_but_the_officials_name(path: Path) -> None:
    in_a_hall(path, live_a_full_day)
    journal = SqliteJournal(path)
    fields = {name for fact in journal.read() for name in fact.event().__struct_fields__}
    journal.close()
    assert fields.isdisjoint({"name", "phone", "birth", "address", "citizen"})
