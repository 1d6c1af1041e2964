"""Which epoch a journal has come to, read off its file; how a standby tells it."""

from contextlib import closing
from pathlib import Path

from hallctl.journal.sqlite_journal import open_database, reporting

TELLS = "Standby-Epoch"
"""The header in which a standby tells the epoch of its own copy: it has not taken over."""
NEWEST = (
    "select coalesce(max(json_extract(body, '$.epoch')), 0) from journal where type = 'EpochBegun'"
)


def epoch_of(journal: Path) -> int:
    """0 before the first restore or take-over. Raises JournalError."""
    if not journal.exists():
        return 0
    with closing(open_database(journal, read_only=True)) as database, reporting(journal):
        if not database["journal"].exists():
            return 0
        newest: int = database.execute(NEWEST).fetchone()[0]
    return newest
