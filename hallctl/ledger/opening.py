"""A hall's journal opened with its ledger beside it, both as they are on disk."""

from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import open_ledger


def open_journal(directory: HallDirectory) -> SqliteJournal:
    """Whatever is appended to it is projected in the same turn. Raises :class:`JournalError`."""
    journal = SqliteJournal(directory.journal, project)
    open_ledger(journal.database, journal.read())
    return journal
