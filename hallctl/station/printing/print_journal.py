"""What this station has put on paper, on its own disk, so that a crash never prints twice.

A slip is written down as begun before the first byte leaves, and as printed after the last.
A slip found begun after a restart may be on paper or not: nobody but a person can tell.
"""

import sqlite3
import time
from enum import StrEnum
from pathlib import Path

import msgspec

from hallctl.station.printing.paper_left import PaperLeft

KEEP_DAYS = 7
_paper = msgspec.json.Decoder(PaperLeft)


class SlipState(StrEnum):
    """How far a ticket's slip has come."""

    NOT_BEGUN = "not_begun"
    """Never begun, or surely not on paper: it may be printed."""
    BEGUN = "begun"
    """Bytes may have left; on paper or not."""
    PRINTED = "printed"
    """On paper."""
    RELEASED = "released"
    """Let go unprinted: another station prints it, and this one never will."""


class PrintJournal:
    """One row a slip; every change is on the disk before the call returns.

    Belongs to the thread that made it. Raises ``sqlite3.Error`` where the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._rows = sqlite3.connect(path, isolation_level=None)
        self._rows.execute("PRAGMA synchronous = EXTRA")
        self._rows.execute(
            "CREATE TABLE IF NOT EXISTS slip"
            " (ticket TEXT PRIMARY KEY, state TEXT NOT NULL, changed_at INTEGER NOT NULL)"
        )
        self._rows.execute("CREATE TABLE IF NOT EXISTS paper (told TEXT NOT NULL)")
        oldest = int(time.time()) - KEEP_DAYS * 86_400
        self._rows.execute("DELETE FROM slip WHERE changed_at < ?", (oldest,))

    def state(self, slip: str) -> SlipState:
        """How far ``slip`` has come."""
        row = self._rows.execute("SELECT state FROM slip WHERE ticket = ?", (slip,)).fetchone()
        return SlipState(row[0]) if row else SlipState.NOT_BEGUN

    def write(self, slip: str, state: SlipState) -> None:
        """Set down how far the slip has come."""
        self._rows.execute(
            "INSERT INTO slip VALUES (?, ?, ?) ON CONFLICT (ticket)"
            " DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at",
            (slip, state.value, int(time.time())),
        )

    def paper(self) -> PaperLeft:
        """What was known of the roll when something was written down last."""
        row = self._rows.execute("SELECT told FROM paper").fetchone()
        return _paper.decode(row[0]) if row else PaperLeft()

    def keep_paper(self, paper: PaperLeft) -> None:
        """Set down how the roll is now."""
        told = msgspec.json.encode(paper).decode()
        if not self._rows.execute("UPDATE paper SET told = ?", (told,)).rowcount:
            self._rows.execute("INSERT INTO paper VALUES (?)", (told,))

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
