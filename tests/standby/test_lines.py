"""How the journal travels to a standby: entries whole, whatever their size."""

from contextlib import closing
from pathlib import Path

from hallctl.journal.sqlite_journal import SqliteJournal, open_database
from hallctl.standby.following import keep
from hallctl.standby.lines import TOGETHER, lines_after
from tests.journal.test_sqlite_journal import entry


def test_an_entry_of_more_facts_than_travel_together_arrives_too(tmp_path: Path) -> None:
    """The end of a crowded day sends everybody away who still waits, by one command."""
    sent = [entry(1), entry(*range(2, TOGETHER + 20)), entry(TOGETHER + 20)]
    with closing(SqliteJournal(tmp_path / "hall.db")) as journal:
        journal.append(0, sent)
        newest = journal.newest_hash
    with (
        closing(open_database(tmp_path / "hall.db", read_only=True)) as database,
        closing(SqliteJournal(tmp_path / "copy.db")) as copy,
    ):
        looks = 0
        while lines := list(lines_after(database, copy.number)):
            keep(copy, lines)
            looks += 1
        assert (copy.newest_hash, looks) == (newest, 2)
